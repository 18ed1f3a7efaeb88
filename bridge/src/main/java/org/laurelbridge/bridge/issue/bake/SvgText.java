package org.laurelbridge.bridge.issue.bake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an SVG, in the encoding that its first bytes tell (XML 1.0 §F). No other bytes are let through. */
final class SvgText {

    private static final int HEAD = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf)?<\\?xml [^>]*?encoding\\s*=\\s*[\"']([\\w.-]+)[\"']");
    private static final Map<String, Charset> KNOWN = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.US_ASCII,
            "iso-8859-1", StandardCharsets.ISO_8859_1);

    private SvgText() {}

    /** @throws BadPicture when the bytes are not those of the encoding, or the encoding is none that is read */
    static String of(byte[] svg) {
        Charset encoding = encoding(svg);
        return decoded(svg, encoding);
    }

    /** With its byte order mark, so that the same bytes come of it again. */
    static String ofUtf8(byte[] svg) {
        return decoded(svg, StandardCharsets.UTF_8);
    }

    /** Without a byte order mark. */
    static String strip(String svg) {
        return svg.startsWith("\uFEFF") ? svg.substring(1) : svg;
    }

    private static Charset encoding(byte[] svg) {
        String head = new String(svg, 0, Math.min(HEAD, svg.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(head);
        String name = declared.find() ? declared.group(1) : "utf-8";
        Charset known = KNOWN.get(name.toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new BadPicture(
                    "line 1", "the encoding " + name, "UTF-8, UTF-16, US-ASCII or ISO-8859-1", "XML 1.0 4.3.3");
        }
        return known;
    }

    private static String decoded(byte[] svg, Charset encoding) {
        try {
            return encoding.newDecoder().decode(ByteBuffer.wrap(svg)).toString();
        } catch (CharacterCodingException broken) {
            throw new BadPicture("the picture", "bytes that are no " + encoding, encoding + " throughout", "");
        }
    }
}
