package org.laurelbridge.bridge.issue.bake;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements of an SVG that hold credentials: directly below {@code svg}. No document type is read, no entity
 * replaced, nothing fetched.
 */
final class SvgElements {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DEEPEST = 200;
    private static final int MOST = 50;

    private final int longest;
    private final List<Element> found = new ArrayList<>();
    private int depth;
    private int tags;

    /**
     * An element that holds a credential.
     *
     * @param text its attribute {@code verify} when there is nothing inside
     * @param tag how many start tags stand before its own
     * @param tags how many start tags it has, its own and those inside
     * @param place line and column
     */
    record Element(BakedKind kind, String text, int tag, int tags, String place) {}

    /** @param longest characters that a text may have */
    SvgElements(int longest) {
        this.longest = longest;
    }

    /** @throws BadPicture when it is no SVG, or one that is not well formed */
    List<Element> find(String svg) {
        try {
            // as characters: of bytes that do not fit the encoding the parser prints its opinion
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(SvgText.strip(svg)));
            try {
                while (xml.hasNext()) {
                    step(xml);
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            throw new BadPicture(place(broken.getLocation()), inWords(broken), "well-formed XML", "XML 1.0");
        }
        return found;
    }

    private void step(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            start(xml);
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        enter(xml);
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String name = xml.getLocalName();
        if (depth == 1 && !(name.equals("svg") && (namespace.isEmpty() || namespace.equals(SVG)))) {
            throw new BadPicture(place(xml), "the element " + name, "svg", "SVG 2 5.1");
        }
        BakedKind kind = BakedKind.ofElement(namespace, name).orElse(null);
        if (kind == null) {
            return;
        }
        if (depth != 2 || found.size() == MOST) {
            throw new BadPicture(
                    place(xml), "a credential here", "credentials directly below svg, at most " + MOST, "OB 3.0 5.3.2");
        }
        found.add(element(xml, kind));
    }

    private void enter(XMLStreamReader xml) {
        tags++;
        if (++depth > DEEPEST) {
            throw new BadPicture(place(xml), "an element " + depth + " levels deep", "at most " + DEEPEST, "");
        }
    }

    private Element element(XMLStreamReader xml, BakedKind kind) throws XMLStreamException {
        int first = tags - 1;
        String place = place(xml);
        String verify = xml.getAttributeValue(null, "verify");
        String inside = inside(xml);
        String text = inside.isBlank() && verify != null ? verify : inside;
        checkLength(text.length(), place);
        return new Element(kind, text, first, tags - first, place);
    }

    // up to the end of the element
    private String inside(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> enter(xml);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    checkLength(text.length() + xml.getTextLength(), place(xml));
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BadPicture(place(xml), "an entity", "the text itself", "");
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return text.toString();
    }

    private void checkLength(int length, String place) {
        if (length > longest) {
            throw new BadPicture(place, "a longer text", "at most " + longest + " characters", "");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static String place(XMLStreamReader xml) {
        return place(xml.getLocation());
    }

    private static String place(@Nullable Location at) {
        return at == null
                ? "the picture"
                : "line " + Math.max(1, at.getLineNumber()) + ", column " + Math.max(1, at.getColumnNumber());
    }

    // the parser's message has the place before it, and a link to nowhere
    private static String inWords(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        String said = message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9);
        String words = said.replaceFirst("^\\S*#\\S*", "").strip();
        return words.isEmpty() ? "text that is no XML" : "text that is no XML: " + words;
    }
}
