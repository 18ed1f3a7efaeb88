package org.laurelbridge.bridge.issue.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a badge looks. Whether the text is readable and the letters are there, {@link PictureDesignJson} asks.
 *
 * @param background of the shape
 * @param edge of its rim, and of the ribbon
 * @param ink of icon and text
 * @param icon null for none
 * @param text at most {@value #MOST_LINES} lines of at most {@value #LONGEST_LINE} characters, top to bottom
 * @param level on a ribbon, at most {@value #LONGEST_LEVEL} characters; null for no ribbon
 */
public record PictureDesign(
        BadgeShape shape,
        Colour background,
        Colour edge,
        Colour ink,
        @Nullable BadgeIcon icon,
        List<String> text,
        @Nullable String level) {

    public static final int MOST_LINES = 3;
    public static final int LONGEST_LINE = 24;
    public static final int LONGEST_LEVEL = 20;

    private static final Colour GOLD = new Colour(0xe9b949);

    public PictureDesign {
        text = List.copyOf(text);
    }

    /** The look of a badge that nobody designed: a wreath, in colours that follow from its id; no text yet. */
    public static PictureDesign standard(String badge) {
        byte[] hash = hash(badge);
        double hue = ((hash[0] & 0xff) * 256 + (hash[1] & 0xff)) * 360.0 / 65_536;
        double lightness = 0.31;
        while (Colour.hsl(hue, 0.58, lightness).contrast(Colour.WHITE) < Colour.READABLE) {
            lightness -= 0.01;
        }
        Colour background = Colour.hsl(hue, 0.58, lightness);
        return new PictureDesign(BadgeShape.WREATH, background, GOLD, Colour.WHITE, null, List.of(), null);
    }

    /** The same with its title as text, cut as the standard picture cuts it. */
    public static PictureDesign titled(String badge, String title) {
        PictureDesign plain = standard(badge);
        return new PictureDesign(
                plain.shape,
                plain.background,
                plain.edge,
                plain.ink,
                null,
                PictureText.of(title).lines(),
                null);
    }

    /** SHA-256 of a badge's id. */
    static byte[] hash(String badge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(badge.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
