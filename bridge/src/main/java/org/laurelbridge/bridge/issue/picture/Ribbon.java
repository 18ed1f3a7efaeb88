package org.laurelbridge.bridge.issue.picture;

import java.awt.geom.AffineTransform;

/** The ribbon with a badge's level, across its lower part. */
final class Ribbon {

    private static final double HEIGHT = 54;
    private static final double LARGEST = 30;
    private static final double MOST_WIDE = 262;
    private static final String BAND = "M48 0H352V54H48Z";
    private static final String TAILS = "M8 16H84V70H8L28 43ZM392 16H316V70H392L372 43Z";
    private static final String FOLDS = "M48 54H84V70ZM352 54H316V70Z";

    private Ribbon() {}

    static String of(Letters.Line level, double top, Colour edge, Colour background) {
        Colour ink = edge.readable(background);
        double size = Math.min(LARGEST, MOST_WIDE / Math.max(1, level.width()));
        AffineTransform place = AffineTransform.getTranslateInstance(
                200 - level.width() * size / 2, HEIGHT / 2 + size * Layout.CAPITAL / 2);
        place.scale(size, size);
        return """
                <g transform="translate(0 %s)" stroke="%s" stroke-width="4" stroke-linejoin="round">
                <path d="%s" fill="%s"/>
                <path d="%s" fill="%s"/>
                <path d="%s" fill="%s"/>
                <path d="%s" fill="%s" stroke="none"/>
                </g>
                """.formatted(
                        SvgPath.number(top),
                        background.with(Colour.BLACK, 0.35),
                        TAILS,
                        edge.with(Colour.BLACK, 0.22),
                        FOLDS,
                        edge.with(Colour.BLACK, 0.5),
                        BAND,
                        edge,
                        SvgPath.of(level.outline(), place),
                        ink);
    }
}
