package org.laurelbridge.bridge.issue.picture;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A colour of sRGB.
 *
 * @param rgb eight bits each of red, green and blue
 */
public record Colour(int rgb) {

    /** What text needs to be readable (WCAG 2.2 §1.4.3). */
    public static final double READABLE = 4.5;

    static final Colour BLACK = new Colour(0);
    static final Colour WHITE = new Colour(0xffffff);

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");

    public Colour {
        if (rgb < 0 || rgb > 0xffffff) {
            throw new IllegalArgumentException("no colour: " + rgb);
        }
    }

    /** {@code #rrggbb}; nothing else is a colour. */
    public static Optional<Colour> of(String text) {
        return HEX.matcher(text).matches()
                ? Optional.of(new Colour(Integer.parseInt(text, 1, text.length(), 16)))
                : Optional.empty();
    }

    /**
     * From hue and the like.
     *
     * @param hue in degrees, any number
     * @param saturation 0 to 1
     * @param lightness 0 to 1
     */
    static Colour hsl(double hue, double saturation, double lightness) {
        double range = saturation * Math.min(lightness, 1 - lightness);
        return ofParts(IntStream.of(0, 8, 4)
                .map(shift -> {
                    double k = (shift + hue / 30) % 12;
                    return (int) Math.round(255
                            * (lightness - range * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
                })
                .toArray());
    }

    /** From 1, no difference, to 21, black on white (WCAG 2.2). */
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** This colour with a share of another, 0 to 1. */
    Colour with(Colour other, double share) {
        return ofParts(IntStream.of(16, 8, 0)
                .map(shift -> (int) Math.round(part(shift) * (1 - share) + other.part(shift) * share))
                .toArray());
    }

    /** The first of these that is readable on this one, or else black or white, one of which always is. */
    Colour readable(Colour... wished) {
        return Stream.concat(Stream.of(wished), Stream.of(WHITE))
                .filter(colour -> contrast(colour) >= READABLE)
                .findFirst()
                .orElse(BLACK);
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static Colour ofParts(int... parts) {
        return new Colour((parts[0] << 16) | (parts[1] << 8) | parts[2]);
    }

    private int part(int shift) {
        return (rgb >> shift) & 0xff;
    }

    private double luminance() {
        return 0.2126 * linear(part(16)) + 0.7152 * linear(part(8)) + 0.0722 * linear(part(0));
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
