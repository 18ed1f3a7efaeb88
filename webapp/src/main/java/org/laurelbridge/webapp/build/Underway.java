package org.laurelbridge.webapp.build;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Sheet;
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

    /**
     * What a sheet says of a version that is newer than one.
     *
     * @param version the newest of which that is not asked; 0 for any
     */
    static Optional<Underway> said(Sheet sheet, int version) {
        if (!(sheet.kept() instanceof Node.Entries kept)
                || !(Nodes.values(kept).get("applies") instanceof Node.Entries applies)) {
            return Optional.empty();
        }
        Map<String, Node> said = Nodes.values(applies);
        String underway = text(said.get("underway"));
        boolean isAsked = text(said.get("new")).matches("v[0-9]{1,9}")
                && Integer.parseInt(text(said.get("new")).substring(1)) > version;
        if (!isAsked) {
            return Optional.empty();
        }
        boolean isForAll = underway.isEmpty() || underway.equals(text(said.get("new")));
        return Optional.of(underway.equals("either") ? EITHER : isForAll ? ALL : NEW);
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Text text ? text.value() : "";
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
