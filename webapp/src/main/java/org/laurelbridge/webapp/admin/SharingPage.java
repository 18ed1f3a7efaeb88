package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Sharing;

/**
 * What others see of an award.
 *
 * @param title of its badge
 * @param path of this page and of what is asked on it
 * @param page of the award
 * @param address of that page, to give away; null while it is private
 */
public record SharingPage(
        Award award,
        String title,
        String path,
        String page,
        @Nullable String address,
        List<Switch> switches) {

    /**
     * Something that is shown or not.
     *
     * @param name of its field, which the keys of its label and of what it opens end in
     */
    public record Switch(String name, boolean isOn) {}

    static List<Switch> switches(Award award, Sharing sharing) {
        return List.of(
                new Switch("public", award.isPublic()),
                new Switch("evidence", sharing.evidence()),
                new Switch("score", sharing.score()),
                new Switch("plain", sharing.plain()),
                new Switch("hosted", sharing.hosted()));
    }
}
