package org.laurelbridge.mapping;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a mapping document and its presets say, put together.
 *
 * @param activities by label, in the order of the document
 * @param grades from which percent on a letter is reached
 * @param proctored extensions of context or result that say, by true or false, whether the work was watched; the first that does is believed
 * @param skew how far a sender's clock may run ahead
 * @param backdate how late a statement may come without being marked late
 * @param source the document as written
 */
record MappingParts(
        String name,
        int version,
        Identity identity,
        Mapping.Unknown unknown,
        Verbs verbs,
        List<Rewrite> rewrites,
        Map<String, Activity> activities,
        IriForm form,
        ScorePolicy score,
        Map<String, Percent> grades,
        SuccessPolicy success,
        Attempts attempts,
        Ignored ignored,
        Set<String> courseTypes,
        List<String> proctored,
        Trust trust,
        Duration skew,
        Duration backdate,
        String source) {

    MappingParts {
        grades = Map.copyOf(grades);
        rewrites = List.copyOf(rewrites);
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        courseTypes = Set.copyOf(courseTypes);
        proctored = List.copyOf(proctored);
    }
}
