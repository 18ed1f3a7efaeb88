package org.laurelbridge.bridge.issue.bake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.laurelbridge.xapi.Problem;

/**
 * A credential in a picture, not verified.
 *
 * @param text without space around it
 */
public record Baked(BakedKind kind, Form form, String text) {

    private static final Pattern JWS = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");
    private static final Pattern URL = Pattern.compile("https?://[!-~]++");
    private static final int SHOWN = 60;

    /** How a credential is written. */
    public enum Form {
        /** A JSON object, its proof inside; or a hosted assertion of Open Badges 2.0. */
        JSON,
        /** A compact JWS. */
        SIGNED,
        /** Where a hosted assertion of Open Badges 2.0 is. */
        ADDRESS;

        static Optional<Form> of(String text) {
            if (text.startsWith("{")) {
                return Optional.of(JSON);
            }
            if (JWS.matcher(text).matches()) {
                return Optional.of(SIGNED);
            }
            return URL.matcher(text).matches() ? Optional.of(ADDRESS) : Optional.empty();
        }
    }

    /** @param place where the text stands, for the problem of one that is no credential */
    static Baked of(BakedKind kind, String text, String place) {
        String inside = text.strip();
        boolean isHosted = kind == BakedKind.OPEN_BADGE_2;
        Form form = Form.of(inside)
                .filter(found -> found != Form.ADDRESS || isHosted)
                .orElseThrow(() -> new BadPicture(new Problem(
                        place,
                        inside.isEmpty() ? "nothing" : "the text \"" + cut(inside) + "\"",
                        "a JSON object or a compact JWS" + (isHosted ? ", or an http address" : ""),
                        "")));
        return new Baked(kind, form, inside);
    }

    private static String cut(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return shown.replaceAll("\\p{Cntrl}", " ");
    }
}
