package org.laurelbridge.bridge.issue.framework;

import java.util.List;
import org.laurelbridge.bridge.issue.Achievements;

/** What badges are aligned with: an import has the credentials signed anew that tell of an item otherwise than it does. */
public interface AlignedBadges {

    /**
     * The codes of a framework that a version of a badge names.
     *
     * @param framework its name, in whatever way it is written
     */
    List<String> codes(String badge, int version, String framework);

    /** By what badges mean. */
    static AlignedBadges of(Achievements achievements) {
        return (badge, version, framework) -> achievements.find(badge, version).stream()
                .flatMap(achievement -> achievement.align().stream())
                .filter(one -> FrameworkName.key(one.framework()).equals(FrameworkName.key(framework)))
                .map(one -> one.code())
                .toList();
    }
}
