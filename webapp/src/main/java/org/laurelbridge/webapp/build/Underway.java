package org.laurelbridge.webapp.build;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** What a new version of a rule means for learners who are under way. Holders keep their badge in any case. */
public enum Underway {
    /** It holds for everybody. */
    ALL,
    /** They may meet either version. */
    EITHER,
    /** It holds for who begins from now on. */
    NEW;

    /** The field of the form. */
    static final String KEY = "underway";

    /** Reads {@link #word}. */
    static Optional<Underway> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of {@code applies} of a version; empty where nothing needs to be said. */
    Optional<Node> applies(int version) {
        Map<String, Node> said = new LinkedHashMap<>();
        said.put("new", Nodes.text("v" + version));
        said.put("underway", Nodes.text(this == EITHER ? "either" : "v" + (version - 1)));
        return this == ALL || version < 2 ? Optional.empty() : Optional.of(Nodes.map(said));
    }
}
