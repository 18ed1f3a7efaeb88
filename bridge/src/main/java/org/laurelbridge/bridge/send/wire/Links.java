package org.laurelbridge.bridge.send.wire;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.fetch.Fetched.Answer;

/** The pages of a list (Open Badges 3.0 §6.4 Paging, 2.1 §4.5.2; RFC 8288). */
public final class Links {

    // possessive: strangers write what is matched
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:[^,<\"]++|\"[^\"]*+\")*+)");
    private static final Pattern RELATION = Pattern.compile(";\\s*+rel\\s*+=\\s*+\"?+([^\";]*+)");
    private static final int LONGEST = 2_000;

    private Links() {}

    /** The next page, where it is of the same host: a token goes nowhere else. */
    public static Optional<URI> next(Answer answer) {
        String header = answer.header("link");
        Matcher links = LINK.matcher(header.substring(0, Math.min(LONGEST, header.length())));
        while (links.find()) {
            Matcher relation = RELATION.matcher(links.group(2));
            if (relation.find()
                    && List.of(relation.group(1).strip().split("\\s+")).contains("next")) {
                return next(answer.address(), links.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> next(URI page, String link) {
        try {
            // Java resolves a mere query as if the last segment were not there
            URI next =
                    link.startsWith("?") ? URI.create(page.toString().split("\\?", 2)[0] + link) : page.resolve(link);
            boolean isSame = page.getScheme().equals(next.getScheme())
                    && page.getRawAuthority().equalsIgnoreCase(next.getRawAuthority());
            return isSame && !next.equals(page) ? Optional.of(next) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** How many there are altogether; -1 when the host does not say. */
    public static long total(Answer answer) {
        String total = answer.header("x-total-count").strip();
        return total.matches("[0-9]{1,9}") ? Long.parseLong(total) : -1;
    }
}
