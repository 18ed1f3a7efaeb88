package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a credential tells of a badge besides its rule: the elements of Open Badges 3.0 §B.2, and those of European micro-credentials
 * (Council Recommendation of 16 June 2022, Annex I). The type of assessment is in its {@link Rigour}.
 *
 * @param type an achievementType, as {@code MicroCredential} or {@code ext:Other}
 * @param outcomes what its holders know and can do, a sentence each
 * @param language of the badge, a tag as {@code de} or {@code pt-BR}; null where nothing is said
 * @param criteria what must be done for it, in Markdown; null where the rule's own sentence says it
 * @param translations by language, in the order of the document; none in the badge's own
 */
public record Credential(
        String type,
        Effort effort,
        Setting setting,
        Catalogue catalogue,
        List<String> outcomes,
        @Nullable String language,
        @Nullable String criteria,
        Map<String, Translation> translations) {

    /** What the credential of a badge is that says nothing else. */
    public static final String BADGE = "Badge";

    /** Of a badge that says nothing. */
    public static final Credential PLAIN =
            new Credential(BADGE, Effort.UNTOLD, Setting.UNTOLD, Catalogue.UNTOLD, List.of(), null, null, Map.of());

    public Credential {
        outcomes = List.copyOf(outcomes);
        translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
    }

    /** The same of an edition in another language, which is not translated again. */
    public Credential in(String other) {
        return new Credential(type, effort, setting, catalogue, outcomes, other, null, Map.of());
    }

    /**
     * How much there is to it, and how high it stands. Null where nothing is said.
     *
     * @param credits of any system
     * @param ects credits of the European Credit Transfer and Accumulation System
     * @param workload hours that it takes
     * @param eqf level of the European Qualifications Framework, 1 to 8
     */
    public record Effort(
            @Nullable BigDecimal credits,
            @Nullable BigDecimal ects,
            @Nullable BigDecimal workload,
            @Nullable Integer eqf) {
        static final Effort UNTOLD = new Effort(null, null, null, null);
    }

    /**
     * How it is taken part in, and what stands behind it. Null where nothing is said.
     *
     * @param quality how its quality is assured
     * @param supervision how people were watched and their identity was checked when they were assessed
     * @param prerequisites what one needs to take part
     * @param stackable what it can be put together with, and to what
     */
    public record Setting(
            @Nullable Participation participation,
            @Nullable String quality,
            @Nullable String supervision,
            @Nullable String prerequisites,
            @Nullable String stackable) {
        static final Setting UNTOLD = new Setting(null, null, null, null, null);
    }

    /** Where people take part. */
    public enum Participation {
        ONLINE,
        ON_SITE,
        BLENDED
    }

    /**
     * Under what it is found. Null where nothing is said.
     *
     * @param field of study
     * @param code by which people know it
     */
    public record Catalogue(
            @Nullable String field, @Nullable String code, List<String> tags) {
        static final Catalogue UNTOLD = new Catalogue(null, null, List.of());

        public Catalogue {
            tags = List.copyOf(tags);
        }
    }

    /**
     * The badge in another language. Null where the rule's own sentence says enough.
     *
     * @param criteria in Markdown
     */
    public record Translation(
            String title,
            @Nullable String description,
            @Nullable String criteria) {}
}
