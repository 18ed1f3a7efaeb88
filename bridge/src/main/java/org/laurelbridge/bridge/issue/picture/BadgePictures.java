package org.laurelbridge.bridge.issue.picture;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.Pictures.Kept;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;

/** How badges look: as somebody designed or brought it, else as all do. Drawn once, then remembered. Safe for many threads. */
public final class BadgePictures {
    /** The side of a PNG, in pixels. */
    public static final int SIDE = 512;

    private static final int MOST = 200;

    private final Pictures pictures;
    private final Picture drawing;
    private final PictureDesignJson designs;
    private final Map<Key, Once> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Once> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String badge, String title, String fingerprint) {}

    /** A picture that one thread draws, while all others that want it wait. */
    private static final class Once {
        private @Nullable Drawn drawn;

        synchronized Drawn get(Supplier<Drawn> draws) {
            Drawn known = drawn;
            if (known == null) {
                known = draws.get();
                drawn = known;
            }
            return known;
        }
    }

    /** A picture in both forms. Nobody may change the bytes. */
    public static final class Drawn {
        private final String svg;
        private final byte[] png;

        Drawn(String svg, byte[] png) {
            this.svg = svg;
            this.png = png;
        }

        public String svg() {
            return svg;
        }

        public byte[] png() {
            return png;
        }
    }

    public BadgePictures(Pictures pictures, Letters letters) {
        this.pictures = pictures;
        this.drawing = new Picture(letters);
        this.designs = new PictureDesignJson(letters);
    }

    /**
     * The picture of a badge.
     *
     * @param title for those who do not see, and for the drawing of a badge that has no picture of its own
     */
    public Drawn of(String badge, String title) {
        Key key = new Key(badge, title, pictures.fingerprint(badge).orElse(""));
        Once once;
        synchronized (drawn) {
            once = drawn.computeIfAbsent(key, any -> new Once());
        }
        return once.get(() -> draw(badge, title));
    }

    private Drawn draw(String badge, String title) {
        return pictures.find(badge)
                .map(Kept::source)
                .map(source -> draw(badge, title, source))
                .orElseGet(() -> rasterised(drawing.of(badge, title)));
    }

    private Drawn draw(String badge, String title, Source source) {
        if (source instanceof Source.Uploaded uploaded) {
            byte[] png = uploaded.png().bytes();
            return new Drawn(around(png, title), png);
        }
        DesignRead read = designs.read(((Source.Designed) source).json());
        return rasterised(
                read instanceof DesignRead.Good good
                        ? drawing.of(badge, title, good.design())
                        : drawing.of(badge, title));
    }

    /** Reads and writes designs, with the letters that a picture can show. */
    public PictureDesignJson designs() {
        return designs;
    }

    /** How a badge would look by a design that nobody saved, as SVG. */
    public String preview(String badge, String title, PictureDesign design) {
        return drawing.of(badge, title, design);
    }

    /** An icon as SVG in the colour of the text around it, to be chosen from. */
    public String icon(BadgeIcon icon) {
        return drawing.of(icon);
    }

    private static Drawn rasterised(String svg) {
        return new Drawn(svg, Raster.png(svg, SIDE));
    }

    private static String around(byte[] png, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" aria-label="%s">\
                <image width="400" height="400" href="data:image/png;base64,%s"/></svg>
                """.formatted(PictureText.escaped(title), Base64.getEncoder().encodeToString(png));
    }
}
