package org.laurelbridge.bridge.issue.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Turns our own SVG into PNG, in Java alone: needs no screen and no fonts. The same in gives the same out. */
public final class Raster {

    private static final int LARGEST = 2_048;

    private Raster() {}

    /**
     * Draws it.
     *
     * @param svg drawn by {@link Picture}; nobody else's
     * @param side in pixels, 1 to {@value #LARGEST}
     * @return a square PNG, transparent where nothing is drawn
     */
    public static byte[] png(String svg, int side) {
        if (side < 1 || side > LARGEST) {
            throw new IllegalArgumentException("a picture " + side + " pixels wide, expected 1 to " + LARGEST);
        }
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalArgumentException("not drawn by Laurel");
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, side, side));
        } finally {
            graphics.dispose();
        }
        return Png.of(image);
    }
}
