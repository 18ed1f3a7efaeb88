package org.laurelbridge.webapp.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.webapp.admin.MappingDraft;

/**
 * Activities that can be chosen though the mapping lacks them: whoever chooses one changes the mapping with the rule.
 *
 * @param byLabel what rules call them: the same activity is always called the same, and no other is
 */
record Unmapped(Map<String, Found> byLabel) {
    private static final int LONGEST = 60;

    static Unmapped of(Mapping mapping, List<Found> found) {
        List<Found> lacking = found.stream()
                .filter(one -> !mapping.knows(one.id()))
                .sorted(Comparator.comparing(Unmapped::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Found::id))
                .toList();
        Map<String, Found> byLabel = new LinkedHashMap<>();
        // a form holds the label alone: it stands for this activity whichever others are found meanwhile
        lacking.forEach(one -> byLabel.put(word(one) + "-" + mark(one.id()), one));
        return new Unmapped(byLabel);
    }

    List<BuilderView.Option> options() {
        return byLabel.entrySet().stream()
                .map(entry -> new BuilderView.Option(entry.getKey(), shown(entry.getValue())))
                .toList();
    }

    /** What a sheet chose of them, by its title. */
    List<String> chosen(Sheet sheet) {
        return sheet.activities().stream()
                .filter(byLabel::containsKey)
                .map(byLabel::get)
                .map(Unmapped::title)
                .toList();
    }

    /** The mapping with what a sheet chose of them, under its next version; null when it chose none. */
    @Nullable
    MappingDraft with(MappingDraft inForce, Sheet sheet) {
        MappingDraft draft = inForce.next();
        List<String> labels =
                sheet.activities().stream().filter(byLabel::containsKey).toList();
        for (String label : labels) {
            Found found = Objects.requireNonNull(byLabel.get(label));
            draft = draft.knowing(label, title(found), found.id());
        }
        return labels.isEmpty() ? null : draft;
    }

    /** The words that a sheet can use. */
    Mapping words(Mapping inForce, MappingDraft text, Sheet sheet) {
        MappingDraft draft = with(text, sheet);
        return draft == null
                ? inForce
                : MappingReader.read(MappingDraft.FILE, draft.text()).mapping().orElse(inForce);
    }

    private static String title(Found found) {
        return found.title() == null ? found.id() : found.title();
    }

    private static String shown(Found found) {
        return found.type() == null || found.title() == null ? title(found) : found.title() + " (" + found.type() + ")";
    }

    private static String word(Found found) {
        String title = found.title() == null ? "" : word(found.title());
        String word =
                title.isEmpty() ? word(found.id().replaceFirst("[/#?]+$", "").replaceFirst("^.*[/#?]", "")) : title;
        return word.isEmpty() ? "activity" : word;
    }

    private static String word(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
    }

    private static String mark(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
