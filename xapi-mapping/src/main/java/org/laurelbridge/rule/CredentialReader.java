package org.laurelbridge.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code credential}. */
final class CredentialReader {
    static final List<String> TYPES = List.of(
            "Achievement",
            "ApprenticeshipCertificate",
            "Assessment",
            "Assignment",
            "AssociateDegree",
            "Award",
            "Badge",
            "BachelorDegree",
            "Certificate",
            "CertificateOfCompletion",
            "Certification",
            "CommunityService",
            "Competency",
            "Course",
            "CoCurricular",
            "Degree",
            "Diploma",
            "DoctoralDegree",
            "Fieldwork",
            "GeneralEducationDevelopment",
            "JourneymanCertificate",
            "LearningProgram",
            "License",
            "Membership",
            "ProfessionalDoctorate",
            "QualityAssuranceCredential",
            "MasterCertificate",
            "MasterDegree",
            "MicroCredential",
            "ResearchDoctorate",
            "SecondarySchoolDiploma");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int LONGEST_CRITERIA = 10_000;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_OUTCOMES = 50;
    private static final int MOST_TAGS = 20;
    private static final int MOST_LANGUAGES = 30;
    private static final int MOST_CREDITS = 1_000;
    private static final int MOST_HOURS = 100_000;
    // as Open Badges 3.0 has it (LanguageCode)
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    private static final Map<String, Credential.Participation> PARTICIPATION = participation();

    private final Problems problems;
    private final Limited limited;

    CredentialReader(Problems problems) {
        this.problems = problems;
        this.limited = new Limited(problems);
    }

    Credential credential(Fields fields) {
        String type = fields.node("type").flatMap(this::type).orElse(Credential.BADGE);
        Credential.Effort effort = effort(fields);
        Credential.Setting setting = setting(fields);
        Credential.Catalogue catalogue = catalogue(fields);
        List<String> outcomes = limited.texts(fields, "outcomes", MOST_OUTCOMES, LONGEST_SENTENCE);
        Optional<String> language = fields.node("language").flatMap(this::language);
        Optional<String> criteria = limited.text(fields, "criteria", LONGEST_CRITERIA);
        Map<String, Credential.Translation> translations = translations(fields, language);
        fields.finish();
        return new Credential(
                type, effort, setting, catalogue, outcomes, language.orElse(null), criteria.orElse(null), translations);
    }

    private Optional<String> type(Node node) {
        return new ExtensibleWord("ext:Apprenticeship", TYPES).read(node, problems);
    }

    private Credential.Effort effort(Fields fields) {
        return new Credential.Effort(
                limited.amount(fields, "credits", MOST_CREDITS).orElse(null),
                limited.amount(fields, "ects", MOST_CREDITS).orElse(null),
                limited.amount(fields, "workload", MOST_HOURS).orElse(null),
                fields.whole("eqf", 1, 8).map(Long::intValue).orElse(null));
    }

    private Credential.Setting setting(Fields fields) {
        return new Credential.Setting(
                fields.word("participation", PARTICIPATION).orElse(null),
                limited.text(fields, "quality", LONGEST_SENTENCE).orElse(null),
                limited.text(fields, "supervision", LONGEST_SENTENCE).orElse(null),
                limited.text(fields, "prerequisites", LONGEST_SENTENCE).orElse(null),
                limited.text(fields, "stackable", LONGEST_SENTENCE).orElse(null));
    }

    private Credential.Catalogue catalogue(Fields fields) {
        return new Credential.Catalogue(
                limited.text(fields, "field", LONGEST_NAME).orElse(null),
                limited.text(fields, "code", LONGEST_NAME).orElse(null),
                limited.differentTexts(fields, "tags", MOST_TAGS, LONGEST_TAG));
    }

    private Optional<String> language(Node node) {
        if (node instanceof Node.Text text && LANGUAGE.matcher(text.value()).matches()) {
            return Optional.of(text.value());
        }
        problems.add(node, "a language's tag, as en, de or pt-BR");
        return Optional.empty();
    }

    private Map<String, Credential.Translation> translations(Fields fields, Optional<String> own) {
        Map<String, Credential.Translation> translations = new LinkedHashMap<>();
        if (fields.keys().contains("translations") && !fields.keys().contains("language")) {
            fields.node("translations")
                    .ifPresent(node -> problems.add(node, "language: … beside it: translated from what?"));
        }
        List<Node.Entry> entries = fields.fields("translations").isEmpty() ? List.of() : fields.entries("translations");
        if (entries.size() > MOST_LANGUAGES) {
            fields.node("translations").ifPresent(node -> problems.add(node, "at most " + MOST_LANGUAGES));
        }
        for (Node.Entry entry : entries) {
            if (!LANGUAGE.matcher(entry.key()).matches()) {
                problems.add(entry.place(), "the key \"" + entry.key() + "\"", "a language's tag, as en, de or pt-BR");
            } else if (own.filter(entry.key()::equals).isPresent()) {
                problems.add(entry.place(), "the badge's own language", "another language than " + entry.key());
            }
            translation(entry.value()).ifPresent(one -> translations.put(entry.key(), one));
        }
        return translations;
    }

    private Optional<Credential.Translation> translation(Node node) {
        Fields fields = Fields.of(node, problems).require("title");
        Optional<String> title = limited.text(fields, "title", LONGEST_NAME);
        Optional<String> description = limited.text(fields, "description", LONGEST_SENTENCE);
        Optional<String> criteria = limited.text(fields, "criteria", LONGEST_CRITERIA);
        fields.finish();
        return title.map(name -> new Credential.Translation(name, description.orElse(null), criteria.orElse(null)));
    }

    private static Map<String, Credential.Participation> participation() {
        Map<String, Credential.Participation> words = new LinkedHashMap<>();
        words.put("online", Credential.Participation.ONLINE);
        words.put("on-site", Credential.Participation.ON_SITE);
        words.put("blended", Credential.Participation.BLENDED);
        return words;
    }
}
