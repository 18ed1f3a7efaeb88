package org.laurelbridge.bridge.issue.picture;

import java.awt.geom.AffineTransform;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Draws badges, as SVG: square, readable from 48 pixels on, all letters as outlines, nothing outside the document. The same
 * badge with the same design always gives the same text. Safe for many threads; takes a moment to make, so keep one.
 */
public final class Picture {

    private static final String ROSETTE_TAILS =
            "M118 268L84 392L124 376L152 398L190 290ZM282 268L316 392L276 376L248 398L210 290Z";

    private final Letters letters;
    private final Icons icons = Icons.load();

    public Picture(Letters letters) {
        this.letters = letters;
    }

    /**
     * The picture of a badge that has none of its own: a laurel wreath around its initials, in colours that follow from its id.
     *
     * @param badge the badge's id
     * @param title any text; letters that the font lacks are left out, a star stands for initials that it lacks
     * @return an SVG document
     */
    public String of(String badge, String title) {
        PictureText text = PictureText.of(shown(title));
        return draw(
                badge,
                title,
                PictureDesign.standard(badge),
                new Head.Initials(letters.line(text.initials())),
                text.lines());
    }

    /**
     * The picture of a badge as designed.
     *
     * @param badge the badge's id, so that ids in several pictures on one page differ
     * @param title any text, for those who do not see
     * @return an SVG document
     */
    public String of(String badge, String title, PictureDesign design) {
        Head head = design.icon() == null ? new Head.Empty() : new Head.Icon(design.icon());
        return draw(badge, title, design, head, design.text());
    }

    /** An icon alone, as an SVG element in the colour of what is around it; says nothing to those who do not see. */
    String of(BadgeIcon icon) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\" width=\"24\" height=\"24\" fill=\"currentColor\""
                + " aria-hidden=\"true\">" + icons.paths(icon) + "</svg>";
    }

    private String draw(String badge, String title, PictureDesign design, Head head, List<String> text) {
        String key = HexFormat.of().formatHex(PictureDesign.hash(badge), 0, 4);
        Colour far = design.background().with(deeper(design), 0.45);
        Colour edge = design.edge();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" \
                aria-labelledby="t%1$s">
                <title id="t%1$s">%2$s</title>
                <defs>
                <linearGradient id="g%1$s" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="%3$s"/>\
                <stop offset="1" stop-color="%4$s"/></linearGradient>
                <linearGradient id="l%1$s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%5$s"/>\
                <stop offset="1" stop-color="%6$s"/></linearGradient>
                <path id="b%1$s" d="%7$s"/>
                </defs>
                %8$s%9$s%10$s</svg>
                """.formatted(
                        key,
                        PictureText.escaped(title),
                        design.background(),
                        far,
                        edge.with(Colour.WHITE, 0.45),
                        edge.with(Colour.BLACK, 0.08),
                        Wreath.LEAF,
                        shape(key, design),
                        content(design, head, text),
                        ribbon(design));
    }

    // away from the ink: readable on one end of the gradient is readable on all of it
    private static Colour deeper(PictureDesign design) {
        boolean isInkLight = design.ink().contrast(Colour.BLACK) > design.ink().contrast(Colour.WHITE);
        return isInkLight ? Colour.BLACK : Colour.WHITE;
    }

    private static String shape(String key, PictureDesign design) {
        BadgeShape shape = design.shape();
        StringBuilder drawn = new StringBuilder();
        if (shape == BadgeShape.ROSETTE) {
            drawn.append(path(ROSETTE_TAILS, " fill=\"" + design.edge().with(Colour.BLACK, 0.25) + "\""));
            drawn.append(path(SvgPath.of(Outlines.scallop(176, 172, 18)), " fill=\"url(#l" + key + ")\""));
        }
        int rim = shape == BadgeShape.WREATH || shape == BadgeShape.ROSETTE ? 8 : 16;
        String outline = SvgPath.of(shape.outline());
        drawn.append(path(
                outline, " fill=\"url(#g" + key + ")\" stroke=\"" + design.edge() + "\" stroke-width=\"" + rim + "\""));
        if (shape == BadgeShape.WREATH) {
            drawn.append("<g fill=\"url(#l" + key + ")\">\n" + Wreath.leaves(key) + "</g>\n");
        }
        return drawn.toString();
    }

    private String content(PictureDesign design, Head head, List<String> text) {
        List<Letters.Line> lines = text.stream()
                .map(letters::line)
                .filter(line -> line.width() > 0)
                .toList();
        Layout layout = Layout.of(design.shape().room(design.level() != null), head, lines);
        StringBuilder drawn = new StringBuilder("<g fill=\"" + design.ink() + "\">\n");
        drawn.append(drawn(head, layout));
        for (int i = 0; i < lines.size(); i++) {
            drawn.append(line(lines.get(i), layout.size(), layout.baselines().get(i)));
        }
        return drawn.append("</g>\n").toString();
    }

    private String drawn(Head head, Layout layout) {
        if (head instanceof Head.Icon icon) {
            double scale = layout.head() / Icons.SIZE;
            return String.format(
                    Locale.ROOT,
                    "<g transform=\"translate(%.1f %.1f)scale(%.3f)\">%s</g>\n",
                    200 - layout.head() / 2,
                    layout.headTop(),
                    scale,
                    icons.paths(icon.icon()));
        }
        if (head instanceof Head.Initials initials) {
            double base = layout.headTop() + layout.head() - initials.descent(layout.head());
            return line(initials.line(), initials.size(layout.head()), base);
        }
        return "";
    }

    private String ribbon(PictureDesign design) {
        return design.level() == null
                ? ""
                : Ribbon.of(
                        letters.line(design.level()), design.shape().ribbonTop(), design.edge(), design.background());
    }

    private static String line(Letters.Line line, double size, double baseline) {
        AffineTransform place = AffineTransform.getTranslateInstance(200 - line.width() * size / 2, baseline);
        place.scale(size, size);
        return path(SvgPath.of(line.outline(), place), "");
    }

    private static String path(String data, String look) {
        return data.isEmpty() ? "" : "<path d=\"" + data + "\"" + look + "/>\n";
    }

    private String shown(String title) {
        String missing = letters.missing(title);
        return title.codePoints()
                .filter(point -> missing.indexOf(point) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
