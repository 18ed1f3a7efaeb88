package org.laurelbridge.bridge.issue.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of a font as outlines: a picture with them looks the same wherever it is shown. Safe for many threads; takes a
 * moment to load, so keep one. The font is DejaVu Sans Bold: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic
 * (its letters joined); no Chinese, Japanese, Korean, no script of India and no emoji. Letters are not kerned.
 */
public final class Letters {

    private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    /**
     * A line of text as geometry.
     *
     * @param outline in font units of which one is an em, y downward from the base line, x from 0
     * @param width in em
     */
    record Line(Path2D outline, double width) {}

    private Letters(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Reads the font from the class path. */
    public static Letters load() {
        try (InputStream in = Letters.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("the font " + FONT + " is missing");
            }
            return new Letters(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The characters of a text that the font does not have, each once, in their order; empty when it has them all. */
    public String missing(String text) {
        return visible(text)
                .codePoints()
                .filter(point -> glyphs.getGlyphId(point) == 0)
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A text in one line, letters from right to left in their order; characters that the font has not are left out. */
    Line line(String text) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] width = {0};
        VisualOrder.of(visible(text)).codePoints().forEach(point -> {
            int glyph = glyphs.getGlyphId(point);
            if (glyph != 0) {
                width[0] += add(outline, glyph, width[0]);
            }
        });
        return new Line(outline, width[0]);
    }

    private double add(Path2D outline, int glyph, double x) {
        try {
            GlyphData data = font.getGlyph().getGlyph(glyph);
            if (data != null) {
                AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                place.scale(1 / unitsPerEm, -1 / unitsPerEm);
                outline.append(data.getPath().getPathIterator(place), false);
            }
            return font.getAdvanceWidth(glyph) / unitsPerEm;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // composed, with single spaces, without what only steers; Arabic letters in the form that joins them
    private static String visible(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\uFE00-\\uFE0F]", " ")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return ArabicForms.joined(plain);
    }
}
