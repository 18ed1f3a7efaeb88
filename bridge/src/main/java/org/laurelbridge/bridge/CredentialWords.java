package org.laurelbridge.bridge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Element;
import org.laurelbridge.bridge.issue.Element.Kind;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.rule.Credential.Effort;
import org.laurelbridge.rule.Credential.Participation;
import org.laurelbridge.rule.Credential.Setting;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Rigour;

/** Says in one language what a badge tells besides its rule. */
final class CredentialWords {
    private final Wording wording;
    private final Locale language;
    private final List<Element> elements = new ArrayList<>();

    private CredentialWords(Wording wording, Locale language) {
        this.wording = wording;
        this.language = language;
    }

    /**
     * All that is told, in the order in which people read it; empty where nothing is said.
     *
     * @param credential the badge's, or that of an edition of it
     */
    static List<Element> of(Badge badge, Credential credential, Wording wording, Locale language) {
        CredentialWords words = new CredentialWords(wording, language);
        words.addAll(credential, badge.rigour());
        return words.elements;
    }

    private void addAll(Credential credential, @Nullable Rigour rigour) {
        Effort effort = credential.effort();
        Setting setting = credential.setting();
        if (!credential.type().equals(Credential.BADGE)) {
            add(Kind.TYPE, type(credential.type()), credential.type());
        }
        add(Kind.OUTCOMES, credential.outcomes());
        add(Kind.WORKLOAD, effort.workload(), "element.workload.hours");
        add(Kind.ECTS, effort.ects(), "plain");
        add(Kind.CREDITS, effort.credits(), "plain");
        add(Kind.EQF, effort.eqf() == null ? null : BigDecimal.valueOf(effort.eqf()), "element.eqf.level");
        if (rigour != null && rigour.assessment() != null) {
            add(Kind.ASSESSMENT, assessment(rigour.assessment(), rigour.proctored()), null);
        }
        if (setting.participation() != null) {
            String word = word(setting.participation());
            add(Kind.PARTICIPATION, say("element.participation." + word), word);
        }
        add(Kind.QUALITY, setting.quality(), null);
        add(Kind.PREREQUISITES, setting.prerequisites(), null);
        add(Kind.SUPERVISION, setting.supervision(), null);
        add(Kind.STACKABLE, setting.stackable(), null);
        add(Kind.FIELD, credential.catalogue().field(), null);
        add(Kind.CODE, credential.catalogue().code(), null);
        add(Kind.TAGS, credential.catalogue().tags());
        if (credential.language() != null) {
            String name = Locale.forLanguageTag(credential.language()).getDisplayName(language);
            add(Kind.LANGUAGE, name, credential.language());
        }
    }

    private String assessment(String kind, @Nullable Boolean proctored) {
        return Boolean.TRUE.equals(proctored) ? say("element.assessment.proctored", kind) : kind;
    }

    private void add(Kind kind, @Nullable BigDecimal number, String key) {
        if (number != null) {
            String text = number.stripTrailingZeros().toPlainString();
            add(kind, say(key, text), text);
        }
    }

    private void add(Kind kind, @Nullable String value, @Nullable String code) {
        if (value != null) {
            elements.add(new Element(kind, label(kind), List.of(value), code));
        }
    }

    private void add(Kind kind, List<String> values) {
        if (!values.isEmpty()) {
            elements.add(new Element(kind, label(kind), values, null));
        }
    }

    private String label(Kind kind) {
        return say("element." + kind.word());
    }

    private String say(String key, Object... arguments) {
        return wording.of(Phrase.of(key, arguments));
    }

    private static String word(Participation participation) {
        return participation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code CertificateOfCompletion} as {@code Certificate of completion}. */
    private static String type(String term) {
        String words =
                term.replace("ext:", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
