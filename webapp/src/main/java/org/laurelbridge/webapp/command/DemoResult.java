package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Who earned what and why, and whether that is what the demo's statements must lead to. */
final class DemoResult {
    /** Who must earn what, by e-mail address. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of(
            "ann@example.org", "k8s-fundamentals",
            "bob@example.org", "lab-safety",
            "chris@example.org", "network-security"));
    /** Who must not, and is asked about all the same. */
    private static final Map<String, String> TOO_LITTLE =
            new TreeMap<>(Map.of("bob@example.org", "k8s-fundamentals", "dana@example.org", "k8s-fundamentals"));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final Bridge bridge;
    private final PrintWriter out;

    DemoResult(Bridge bridge, PrintWriter out) {
        this.bridge = bridge;
        this.out = out;
    }

    /** Prints the table; what is missing, in words: empty when every badge expected, and no other, is issued and delivered. */
    List<String> tell() {
        List<String> missing = new ArrayList<>();
        out.printf("%-14s %-18s %-22s %s%n", "Who", "Badge", "Earned", "Grade");
        EXPECTED.forEach((email, badge) -> award(email, badge)
                .ifPresentOrElse(
                        award -> earned(email, award, missing), () -> missing.add(email + " has no " + badge)));
        TOO_LITTLE.forEach(this::notEarned);
        List<Award> all = bridge.awards().list(null, null, null, 100);
        if (all.size() > EXPECTED.size()) {
            missing.add("more badges than expected: "
                    + all.stream().map(Award::badge).collect(Collectors.joining(", ")));
        }
        out.flush();
        return missing;
    }

    private void earned(String email, Award award, List<String> missing) {
        Optional<OwnGrades.Grade> grade = bridge.stores().ownGrades().find(award.badge(), award.person());
        if (bridge.stores().credentials().find(award.credential()).isEmpty()) {
            missing.add(award.badge() + " of " + email + " is not signed");
        }
        if (grade.isEmpty()) {
            missing.add(award.badge() + " of " + email + " is not delivered");
        }
        String points = grade.map(OwnGrades.Grade::grade)
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse("missing");
        out.printf(
                "%-14s %-18s %-22s %s%n",
                name(award.person()),
                award.badge(),
                MINUTE.format(award.earnedAt().atOffset(ZoneOffset.UTC)),
                points);
        why(award.person(), award.badge());
    }

    private void notEarned(String email, String badge) {
        person(email).ifPresent(person -> {
            out.printf("%-14s %-18s %-22s %s%n", name(person), badge, "not earned", "–");
            why(person, badge);
        });
    }

    private void why(PersonId person, String badge) {
        bridge.explanations()
                .explain(person, badge)
                .map(Explanations.Answer::lines)
                .ifPresent(lines -> out.println("    " + lines.get(0).text()));
    }

    private Optional<Award> award(String email, String badge) {
        return person(email)
                .flatMap(person -> bridge.awards().find(person, List.of(badge)).getOrDefault(badge, List.of()).stream()
                        .findFirst());
    }

    private Optional<PersonId> person(String email) {
        return bridge.stores().people().find(new Identifier("email", "", email));
    }

    private String name(PersonId person) {
        return bridge.stores()
                .people()
                .find(person.value())
                .map(found -> String.valueOf(found.name()))
                .orElse("");
    }
}
