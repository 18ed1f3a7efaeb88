package org.laurelbridge.bridge.issue.bake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.laurelbridge.bridge.issue.bake.PngChunks.Chunk;
import org.laurelbridge.bridge.issue.bake.SvgElements.Element;

/**
 * Takes credentials out of a stranger's picture: a PNG of at most {@value #LARGEST_PNG} bytes or an SVG of at most
 * {@value #LARGEST_SVG}, with texts of at most {@value #LONGEST_TEXT}. Throws nothing, whatever the bytes are, and never takes
 * more than a few times as much memory.
 */
public final class Unbaker {

    public static final int LARGEST_PNG = 10_000_000;
    public static final int LARGEST_SVG = 4_000_000;
    public static final int LONGEST_TEXT = 2_000_000;

    private Unbaker() {}

    /** What is inside these bytes. */
    public static Unbaked unbake(byte[] picture) {
        try {
            List<Baked> all = new ArrayList<>(PngChunks.isPng(picture) ? png(picture) : svg(picture));
            all.sort(Comparator.comparing(Baked::kind));
            return all.isEmpty() ? new Unbaked.Nothing() : new Unbaked.Found(all);
        } catch (BadPicture bad) {
            return new Unbaked.Unreadable(bad.problem());
        }
    }

    private static List<Baked> png(byte[] picture) {
        checkSize(picture, "PNG", LARGEST_PNG);
        PngChunks chunks = PngChunks.of(picture);
        PngText texts = new PngText(chunks, LONGEST_TEXT);
        List<Baked> all = new ArrayList<>();
        Set<BakedKind> seen = EnumSet.noneOf(BakedKind.class);
        for (Chunk chunk : chunks.list()) {
            BakedKind kind = texts.kind(chunk).orElse(null);
            if (kind != null) {
                checkOnce(seen, kind, "byte " + chunk.start());
                all.add(texts.read(chunk, kind));
            }
        }
        return all;
    }

    private static List<Baked> svg(byte[] picture) {
        checkMarkup(picture);
        checkSize(picture, "SVG", LARGEST_SVG);
        List<Baked> all = new ArrayList<>();
        Set<BakedKind> seen = EnumSet.noneOf(BakedKind.class);
        for (Element element : new SvgElements(LONGEST_TEXT).find(SvgText.of(picture))) {
            checkOnce(seen, element.kind(), element.place());
            all.add(Baked.of(element.kind(), element.text(), element.place()));
        }
        return all;
    }

    private static void checkSize(byte[] picture, String format, int largest) {
        if (picture.length > largest) {
            String found = format + " of " + picture.length + " bytes";
            throw new BadPicture("the picture", found, "at most " + largest + " bytes", "");
        }
    }

    // two of one kind: another reader might take the other one
    private static void checkOnce(Set<BakedKind> seen, BakedKind kind, String place) {
        if (!seen.add(kind)) {
            throw new BadPicture(place, "a second credential (" + kind.keyword() + ")", "one", "OB 3.0 5.3");
        }
    }

    // after space, zeroes of UTF-16 and a byte order mark, whose bytes are negative
    private static void checkMarkup(byte[] picture) {
        int first = 0;
        while (first < picture.length && picture[first] <= ' ') {
            first++;
        }
        if (first == picture.length || picture[first] != '<') {
            throw new BadPicture("the picture", FileSign.of(picture), "a PNG or an SVG", "");
        }
    }
}
