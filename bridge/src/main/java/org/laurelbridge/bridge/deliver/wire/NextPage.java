package org.laurelbridge.bridge.deliver.wire;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of the next page in a Link header: {@code <address>; rel="next"} (RFC 8288). */
final class NextPage {
    // possessive: remotes write what is matched
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:[^,<\"]++|\"[^\"]*+\")*+)");
    private static final Pattern RELATION = Pattern.compile("(?i);\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\\s;,\"]++))");
    private static final int LONGEST = 4_000;

    private NextPage() {}

    /** Empty when there is none. Several headers are joined by commas. */
    static String of(String header) {
        Matcher links = LINK.matcher(header.substring(0, Math.min(LONGEST, header.length())));
        while (links.find()) {
            if (isNext(links.group(2))) {
                return links.group(1).strip();
            }
        }
        return "";
    }

    private static boolean isNext(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        if (!relation.find()) {
            return false;
        }
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return List.of(names.strip().toLowerCase(Locale.ROOT).split("\\s+")).contains("next");
    }
}
