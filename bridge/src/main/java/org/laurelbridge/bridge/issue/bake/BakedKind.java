package org.laurelbridge.bridge.issue.bake;

import java.util.Optional;
import java.util.stream.Stream;

/** What a picture may hold, and by which names (Open Badges 3.0 §5.3, Open Badges 2.0 Baking, CLR 2.0 §5.3). */
public enum BakedKind {
    OPEN_BADGE_3("openbadgecredential", "https://purl.imsglobal.org/ob/v3p0", "openbadges", "credential"),
    OPEN_BADGE_2("openbadges", "http://openbadges.org", "openbadges", "assertion"),
    CLR_2("clrcredential", "https://purl.imsglobal.org/clr/v2p0", "clr", "credential");

    private final String keyword;
    private final String namespace;
    private final String prefix;
    private final String element;

    BakedKind(String keyword, String namespace, String prefix, String element) {
        this.keyword = keyword;
        this.namespace = namespace;
        this.prefix = prefix;
        this.element = element;
    }

    /** Of the text chunk in a PNG. */
    public String keyword() {
        return keyword;
    }

    /** Of the element in an SVG. */
    public String namespace() {
        return namespace;
    }

    /** The element's name as it is written, with the prefix that readers look for. */
    String tag() {
        return prefix + ":" + element;
    }

    String declaration() {
        return "xmlns:" + prefix + "=\"" + namespace + "\"";
    }

    static Optional<BakedKind> ofKeyword(String keyword) {
        return Stream.of(values()).filter(kind -> kind.keyword.equals(keyword)).findFirst();
    }

    static Optional<BakedKind> ofElement(String namespace, String element) {
        return Stream.of(values())
                .filter(kind -> kind.namespace.equals(namespace) && kind.element.equals(element))
                .findFirst();
    }
}
