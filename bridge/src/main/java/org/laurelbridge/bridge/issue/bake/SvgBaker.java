package org.laurelbridge.bridge.issue.bake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.laurelbridge.bridge.issue.bake.SvgElements.Element;
import org.laurelbridge.bridge.issue.bake.SvgTags.Tag;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;

/** Puts a credential into an SVG: one element right after the tag {@code svg}. Every other byte stays. */
public final class SvgBaker {

    private static final String CLOSED = "]]>";

    private SvgBaker() {}

    /**
     * A picture with this credential; an earlier one of the same kind is gone.
     *
     * @param svg in UTF-8, without a document type that holds declarations
     * @param text a JSON object or a compact JWS; for Open Badges 2.0 also an address
     * @throws BadPicture when it is no such SVG, or the text no credential
     */
    public static byte[] bake(byte[] svg, BakedKind kind, String text) {
        Baked baked = Baked.of(kind, text, "the credential");
        String picture = SvgText.ofUtf8(svg);
        List<Element> elements = new SvgElements(svg.length).find(picture);
        List<Tag> tags = SvgTags.of(picture);
        StringBuilder out = new StringBuilder(picture);
        for (int i = elements.size() - 1; i >= 0; i--) {
            if (elements.get(i).kind() == kind) {
                remove(out, tags, elements.get(i));
            }
        }
        insert(out, tags.get(0), element(baked));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void remove(StringBuilder picture, List<Tag> tags, Element element) {
        List<Tag> starts = tags.stream().filter(Tag::isStart).toList();
        int first = tags.indexOf(starts.get(element.tag()));
        int last = first;
        for (int ends = 0; ends < element.tags(); last++) {
            ends += tags.get(last).isEnd() ? 1 : 0;
        }
        picture.delete(tags.get(first).start(), tags.get(last - 1).end());
    }

    private static void insert(StringBuilder picture, Tag root, String element) {
        if (root.isEnd()) {
            int name = root.start() + 1;
            int end = name;
            while (" \t\r\n/>".indexOf(picture.charAt(end)) < 0) {
                end++;
            }
            String close = "</" + picture.substring(name, end) + ">";
            picture.replace(root.end() - 2, root.end(), ">" + element + close);
        } else {
            picture.insert(root.end(), element);
        }
    }

    private static String element(Baked baked) {
        BakedKind kind = baked.kind();
        String begin = "<" + kind.tag() + " " + kind.declaration();
        if (baked.form() != Baked.Form.JSON) {
            return begin + verify(baked.text()) + "/>";
        }
        String address = kind == BakedKind.OPEN_BADGE_2 ? address(baked.text()) : "";
        String json = xmlSafe(baked.text()).replace(CLOSED, "]]" + CLOSED + "<![CDATA[>");
        return begin + address + "><![CDATA[" + json + CLOSED + "</" + kind.tag() + ">";
    }

    private static String verify(String text) {
        return " verify=\"" + text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"";
    }

    /** A hosted assertion says where it is in both places. */
    private static String address(String json) {
        return new Json().read(json) instanceof Parsed.Value value
                        && value.node().path("id").stringValue("").startsWith("http")
                ? verify(value.node().path("id").stringValue(""))
                : "";
    }

    // XML 1.0 §2.2 forbids what JSON may hold, in strings alone: there an escape says the same
    private static String xmlSafe(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            boolean isForbidden = point == 0xfffe || point == 0xffff || (point >= 0xd800 && point <= 0xdfff);
            if (isForbidden) {
                safe.append(String.format("\\u%04x", point));
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
