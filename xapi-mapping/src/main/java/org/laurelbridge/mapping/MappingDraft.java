package org.laurelbridge.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping while its presets and its own document are read: what comes later wins. */
final class MappingDraft {
    String name = "?";
    int version = 1;
    final List<Identity.AccountRule> accounts = new ArrayList<>();
    boolean members;
    Mapping.Unknown unknown = Mapping.Unknown.PARK;
    final Verbs verbs = new Verbs();
    final List<Rewrite> rewrites = new ArrayList<>();
    final Map<String, Activity> activities = new LinkedHashMap<>();
    IriForm form = new IriForm(Set.of());
    ScorePolicy score = ScorePolicy.DEFAULT;
    final Map<String, Percent> grades = new LinkedHashMap<>();
    SuccessPolicy success = SuccessPolicy.DEFAULT;

    @Nullable
    String attemptExtension;

    final Set<String> sharedRegistration = new LinkedHashSet<>();
    final List<Ignored.When> ignored = new ArrayList<>();
    final Set<String> courseTypes = new LinkedHashSet<>();
    final List<String> proctored = new ArrayList<>();
    Trust trust = new Trust(List.of());
    Duration skew = Duration.ofMinutes(5);
    Duration backdate = Duration.ofDays(30);

    MappingParts finish(String source) {
        return new MappingParts(
                name,
                version,
                new Identity(accounts, members),
                unknown,
                verbs,
                rewrites,
                activities,
                form,
                score,
                grades,
                success,
                new Attempts(attemptExtension, sharedRegistration),
                new Ignored(ignored),
                courseTypes,
                proctored,
                trust,
                skew,
                backdate,
                source);
    }
}
