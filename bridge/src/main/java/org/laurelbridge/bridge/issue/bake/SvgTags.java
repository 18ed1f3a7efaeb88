package org.laurelbridge.bridge.issue.bake;

import java.util.ArrayList;
import java.util.List;

/** Where the start and end tags of well-formed XML stand: the parser of the JDK does not know, in long documents. */
final class SvgTags {

    private final String xml;
    private final List<Tag> all = new ArrayList<>();

    /**
     * A start tag, an end tag or an empty element's tag.
     *
     * @param start of {@code <}
     * @param end after {@code >}
     */
    record Tag(int start, int end, boolean isStart, boolean isEnd) {}

    private SvgTags(String xml) {
        this.xml = xml;
    }

    static List<Tag> of(String xml) {
        SvgTags tags = new SvgTags(xml);
        int next = xml.indexOf('<');
        while (next >= 0) {
            next = xml.indexOf('<', tags.skip(next));
        }
        return tags.all;
    }

    // what begins here, to its end
    private int skip(int start) {
        if (xml.startsWith("<!--", start)) {
            return after("-->", start + 4);
        }
        if (xml.startsWith("<![CDATA[", start)) {
            return after("]]>", start);
        }
        if (xml.startsWith("<?", start)) {
            return after("?>", start);
        }
        if (xml.startsWith("<!", start)) {
            return documentType(start);
        }
        int end = unquoted(">", start) + 1;
        boolean isEnd = xml.charAt(start + 1) == '/';
        boolean isEmpty = xml.charAt(end - 2) == '/';
        all.add(new Tag(start, end, !isEnd, isEnd || isEmpty));
        return end;
    }

    private int documentType(int start) {
        int end = unquoted("[>", start);
        if (xml.charAt(end) == '[') {
            throw new BadPicture("the document type", "declarations", "none", "");
        }
        return end + 1;
    }

    private int after(String mark, int from) {
        int found = xml.indexOf(mark, from);
        return found < 0 ? xml.length() : found + mark.length();
    }

    private int unquoted(String marks, int from) {
        char quote = 0;
        for (int i = from; i < xml.length(); i++) {
            char letter = xml.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (marks.indexOf(letter) >= 0) {
                return i;
            }
        }
        return xml.length() - 1;
    }
}
