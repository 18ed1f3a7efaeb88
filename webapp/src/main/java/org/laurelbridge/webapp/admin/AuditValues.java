package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.laurelbridge.webapp.words.Words;

/** Values of the audit log as their reader would say them: our own words in their language, badges by their titles, moments as everywhere. */
final class AuditValues {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Set<String> ROLES = Set.of("administrator", "instructor", "learner", "viewer");

    private AuditValues() {}

    /**
     * @param name of the value
     * @param kept what is kept of it; shown as it is where people may have written it
     */
    static String of(String name, String kept, AuditNames names, Words words) {
        return switch (name) {
            case "badge" -> names.subject("badge/" + kept);
            case "status", "public", "awards", "all awards", "renewed", "wanted", "trusts e-mail" -> word(kept, words);
            case "role", "roles" ->
                Arrays.stream(kept.split(", ", -1))
                        .map(role -> ROLES.contains(role) ? words.say("admin.role." + role) : role)
                        .collect(Collectors.joining(", "));
            default -> moment(kept, words);
        };
    }

    private static String word(String kept, Words words) {
        return words.sayOr("admin.audit.value." + kept.toLowerCase(Locale.ROOT), kept);
    }

    /** What only looks like a moment, as it is kept. */
    private static String moment(String kept, Words words) {
        if (!MOMENT.matcher(kept).matches()) {
            return kept;
        }
        try {
            return words.brief(Instant.parse(kept));
        } catch (DateTimeParseException noMoment) {
            return kept;
        }
    }
}
