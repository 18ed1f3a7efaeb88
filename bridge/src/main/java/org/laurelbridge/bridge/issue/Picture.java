package org.laurelbridge.bridge.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/**
 * The picture of a badge that has none of its own: a laurel wreath around its initials, in colours that follow from its id. The
 * same badge always looks the same.
 */
public final class Picture {

    private static final int LEAVES = 9;
    private static final double FIRST_DEGREE = 172;
    private static final double STEP_DEGREES = 17;
    private static final double RADIUS = 152;
    private static final String LEAF = "M0 0C-15-9-17-31 0-47C17-31 15-9 0 0Z";

    private Picture() {}

    /**
     * A scalable picture, square, readable from 48 pixels on.
     *
     * @param badge the badge's id, which gives the colours
     * @param title any text
     * @return an SVG document
     */
    public static String of(String badge, String title) {
        Shade shade = Shade.of(badge);
        PictureText text = PictureText.of(title);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" \
                aria-labelledby="t%1$s">
                <title id="t%1$s">%2$s</title>
                <defs>
                <linearGradient id="g%1$s" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="%3$s"/>\
                <stop offset="1" stop-color="%4$s"/></linearGradient>
                <linearGradient id="l%1$s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe39a"/>\
                <stop offset="1" stop-color="#e0a02f"/></linearGradient>
                <path id="b%1$s" d="%5$s"/>
                </defs>
                <circle cx="200" cy="200" r="198" fill="#e9b949"/>
                <circle cx="200" cy="200" r="190" fill="url(#g%1$s)"/>
                <circle cx="200" cy="200" r="182" fill="none" stroke="#fff" stroke-opacity=".22" stroke-width="2"/>
                <g fill="url(#l%1$s)">
                %6$s</g>
                <g fill="#fff" text-anchor="middle" font-family="'Segoe UI','Noto Sans','DejaVu Sans',Helvetica,Arial,sans-serif">
                %7$s</g>
                </svg>
                """.formatted(
                        shade.key(),
                        PictureText.escaped(title),
                        shade.light(),
                        shade.dark(),
                        LEAF,
                        wreath(shade.key()),
                        letters(text));
    }

    // two branches that grow from the foot to the top, each leaf smaller than the one before
    private static String wreath(String key) {
        StringBuilder leaves = new StringBuilder();
        for (int i = 0; i < LEAVES; i++) {
            double degrees = FIRST_DEGREE - i * STEP_DEGREES;
            double size = 1.02 - 0.045 * i;
            leaf(leaves, key, degrees, -62, size * 0.82, RADIUS - 4);
            leaf(leaves, key, degrees - STEP_DEGREES / 2, -118, size * 0.82, RADIUS + 4);
        }
        return leaves.toString();
    }

    private static void leaf(
            StringBuilder leaves, String key, double degrees, double turn, double size, double radius) {
        double angle = Math.toRadians(degrees);
        for (int side : new int[] {1, -1}) {
            leaves.append(String.format(
                    Locale.ROOT,
                    "<use href=\"#b%s\" transform=\"translate(%.1f %.1f)rotate(%.1f)scale(%.2f)\"/>\n",
                    key,
                    200 + side * radius * Math.sin(angle),
                    200 - radius * Math.cos(angle),
                    side * (degrees + turn),
                    size));
        }
    }

    private static String letters(PictureText text) {
        List<String> lines = text.lines();
        int lineHeight = 25;
        int top = 218 - (lines.size() - 1) * lineHeight / 2;
        StringBuilder letters = new StringBuilder();
        letters.append(String.format(
                Locale.ROOT,
                "<text x=\"200\" y=\"%d\" font-size=\"%d\" font-weight=\"700\">%s</text>\n",
                top - 14,
                text.initialsSize(),
                PictureText.escaped(text.initials())));
        for (int i = 0; i < lines.size(); i++) {
            letters.append(String.format(
                    Locale.ROOT,
                    "<text x=\"200\" y=\"%d\" font-size=\"%d\" font-weight=\"600\">%s</text>\n",
                    top + 24 + i * lineHeight,
                    text.lineSize(),
                    PictureText.escaped(lines.get(i))));
        }
        return letters.toString();
    }

    /** The two colours of a badge: dark enough for white letters, whatever the hue. */
    private record Shade(String key, String light, String dark) {
        static Shade of(String badge) {
            byte[] hash;
            try {
                hash = MessageDigest.getInstance("SHA-256").digest(badge.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
            double hue = ((hash[0] & 0xff) * 256 + (hash[1] & 0xff)) * 360.0 / 65_536;
            // several pictures may stand in one page: their ids must differ
            String key = String.format(Locale.ROOT, "%02x%02x%02x%02x", hash[0], hash[1], hash[2], hash[3]);
            return new Shade(key, rgb(hue, 0.58, 0.31), rgb(hue + 28, 0.66, 0.15));
        }

        private static String rgb(double hue, double saturation, double lightness) {
            double range = saturation * Math.min(lightness, 1 - lightness);
            return String.format(
                    Locale.ROOT,
                    "#%02x%02x%02x",
                    part(0, hue, lightness, range),
                    part(8, hue, lightness, range),
                    part(4, hue, lightness, range));
        }

        private static int part(int shift, double hue, double lightness, double range) {
            double k = (shift + hue / 30) % 12;
            return (int) Math.round(255 * (lightness - range * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
        }
    }
}
