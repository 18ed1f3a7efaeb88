package org.laurelbridge.webapp.admin;

import java.util.List;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Sharing;

/**
 * What others see of an award.
 *
 * @param title of its badge
 * @param path of this page and of what is asked on it
 * @param page of the award
 */
public record SharingPage(Award award, String title, String path, String page, List<Switch> switches) {

    /**
     * Something that is shown or not.
     *
     * @param name of its field
     * @param opens what it lets others do, in a sentence
     */
    public record Switch(String name, String label, String opens, boolean isOn) {}

    static List<Switch> switches(Award award, Sharing sharing) {
        return List.of(
                new Switch(
                        "public",
                        "Public page",
                        "Anyone who has its address sees the page of the badge and can take its files.",
                        award.isPublic()),
                new Switch(
                        "evidence",
                        "Evidence",
                        "The page and the files say by how many statements it was earned; the statements themselves nobody sees.",
                        sharing.evidence()),
                new Switch(
                        "score",
                        "Score",
                        "The files say which result was reached, and anyone who gets one can read it.",
                        sharing.score()),
                new Switch(
                        "plain",
                        "Plain e-mail address",
                        "The files hold the learner's e-mail address as it is; otherwise it is hashed, and can only be compared"
                                + " by whoever knows it.",
                        sharing.plain()),
                new Switch(
                        "hosted",
                        "Hosted Open Badge 2.0",
                        "Anyone who has the address of the hosted form can read it, even while the page is private.",
                        sharing.hosted()));
    }
}
