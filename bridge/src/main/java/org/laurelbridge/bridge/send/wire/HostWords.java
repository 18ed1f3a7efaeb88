package org.laurelbridge.bridge.send.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;

/** What hosts say when they do not do what they were asked to, each in its protocol's way. */
final class HostWords {

    private static final int LONGEST = 300;

    private HostWords() {}

    static String of(Trouble trouble) {
        // the same words as where badges are verified
        return ResourceBundle.getBundle("org.laurelbridge.bridge.verify.report.reasons", Locale.ROOT)
                .getString("trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code ": "} and what is said; empty when nothing is. */
    static String of(Answer answer) {
        if (!(Documents.read(answer.text()) instanceof Documents.Read.Good good)) {
            return "";
        }
        String said = said(good.object()).stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? "" : ": \"" + shortened(said) + "\"";
    }

    private static List<String> said(JsonNode body) {
        List<String> said = new ArrayList<>();
        // Imsx_StatusInfo (Open Badges 3.0 §B.9.1)
        said.add(Documents.textOrEmpty(body, "imsx_description"));
        Documents.many(body.path("imsx_codeMinor"), "imsx_codeMinorField")
                .forEach(field -> said.add(Documents.textOrEmpty(field, "imsx_codeMinorFieldValue")));
        // the envelope of Open Badges 2.1 (§4.5.1 Status)
        said.add(Documents.textOrEmpty(body.path("status"), "error"));
        // OAuth 2.0 (RFC 6749 §5.2, RFC 7591 §3.2.2)
        said.add(Documents.textOrEmpty(body, "error"));
        said.add(Documents.textOrEmpty(body, "error_description"));
        return said;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
