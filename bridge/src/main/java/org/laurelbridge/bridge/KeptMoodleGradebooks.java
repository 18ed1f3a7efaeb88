package org.laurelbridge.bridge;

import java.util.Optional;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings;

/** The Moodles that administrators connected as targets, by their names. Each is looked up when something is delivered to it. */
final class KeptMoodleGradebooks {
    private final KeptMoodles moodles;
    private final BuiltTargets<KeptMoodle> built;

    KeptMoodleGradebooks(KeptMoodles moodles, Targets targets) {
        this.moodles = moodles;
        this.built = new BuiltTargets<>(moodle -> targets.moodle(settings(moodle)));
    }

    /** Empty when none has this name now. */
    Optional<Target> find(String name) {
        return moodles.find(name).map(moodle -> built.of(moodle.id(), moodle));
    }

    private static MoodleSettings settings(KeptMoodle moodle) {
        return new MoodleSettings(
                moodle.name(), moodle.root(), moodle.token(), MoodleSettings.Writing.GRADE, moodle.places());
    }
}
