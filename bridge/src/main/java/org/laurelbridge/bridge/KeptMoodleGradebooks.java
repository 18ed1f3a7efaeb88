package org.laurelbridge.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings;

/** The Moodles that administrators connected as targets, by their names. Each is looked up when something is delivered to it. */
final class KeptMoodleGradebooks {
    private final KeptMoodles moodles;
    private final Targets targets;
    private final Map<UUID, Built> built = new HashMap<>();

    private record Built(KeptMoodle moodle, Target target) {}

    KeptMoodleGradebooks(KeptMoodles moodles, Targets targets) {
        this.moodles = moodles;
        this.targets = targets;
    }

    /** Empty when none has this name now. */
    Optional<Target> find(String name) {
        return moodles.find(name).map(this::target);
    }

    private synchronized Target target(KeptMoodle moodle) {
        Built known = built.get(moodle.id());
        if (known == null || !known.moodle().equals(moodle)) {
            MoodleSettings settings = new MoodleSettings(
                    moodle.name(), moodle.root(), moodle.token(), MoodleSettings.Writing.GRADE, moodle.places());
            known = new Built(moodle, targets.moodle(settings));
            built.put(moodle.id(), known);
        }
        return known.target();
    }
}
