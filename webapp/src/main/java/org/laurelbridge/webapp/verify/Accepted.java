package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;

/**
 * The media types that a request asks for by name, the most wanted first (RFC 9110 §12.5.1). Whoever takes anything asks for none.
 */
record Accepted(List<String> types) {

    private static final int MOST = 50;
    private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml");
    private static final List<String> CREDENTIALS = List.of(
            "application/vc",
            "application/vc+ld+json",
            "application/vc-ld+json",
            "application/ld+json",
            "application/json");
    private static final List<String> TOKENS =
            List.of("application/vc+jwt", "application/jwt", "application/vc-ld+jwt");

    /** @param quality from 0 to 1; at 0 it is not wanted */
    private record Wanted(String type, double quality) {

        static Wanted of(String range) {
            String[] parts = range.split(";", MOST);
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip();
                quality = parameter.startsWith("q=") ? number(parameter.substring(2)) : quality;
            }
            return new Wanted(parts[0].strip().toLowerCase(Locale.ROOT), quality);
        }

        private static double number(String text) {
            return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
        }
    }

    /** What a request asks for; the answer depends on that from here on. */
    static Accepted of(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Accept");
        List<Wanted> wanted = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("Accept"))) {
            for (String range : header.split(",", MOST)) {
                wanted.add(Wanted.of(range));
            }
        }
        return new Accepted(wanted.stream()
                .filter(one -> one.quality() > 0 && !one.type().contains("*"))
                .sorted(Comparator.comparingDouble(Wanted::quality).reversed())
                .map(Wanted::type)
                .toList());
    }

    /** The form of an award that is wanted where no file is named: the page, unless a program asks. */
    AwardForm award() {
        return types.stream()
                .map(Accepted::form)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(AwardForm.PAGE);
    }

    private static Optional<AwardForm> form(String type) {
        if (PAGES.contains(type)) {
            return Optional.of(AwardForm.PAGE);
        }
        if (TOKENS.contains(type)) {
            return Optional.of(AwardForm.OB3_JWT);
        }
        return CREDENTIALS.contains(type) ? Optional.of(AwardForm.OB3) : Optional.empty();
    }

    /** What to call a credential in the answer; JSON where nobody asks for more. */
    String credential() {
        return types.stream().filter(CREDENTIALS::contains).findFirst().orElse(PublicAnswer.JSON);
    }

    /** What to call a token. */
    String token() {
        return types.stream().filter(TOKENS::contains).findFirst().orElse(TOKENS.get(0));
    }
}
