package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.words.Saying;

/** The Moodles that were connected by web services. */
public record MoodlesPage(Frame frame, List<Line> lines, MoodleForm form) {
    public MoodlesPage {
        lines = List.copyOf(lines);
    }

    /**
     * A Moodle.
     *
     * @param state how it stands
     */
    public record Line(String name, String root, ConnectionsPage.State state) {
        /** Where it is tried and changed. */
        public String path() {
            return MoodlesServlet.HERE + "/" + name;
        }
    }

    /**
     * One Moodle.
     *
     * @param places where grades go
     * @param badges that can be given a place, with their titles
     * @param steps of its trial; empty when it was not tried
     * @param isSaved whether it was saved just now
     * @param trouble what is wrong with a place that was typed; null when nothing is
     */
    public record One(
            Frame frame,
            Line line,
            MoodleForm form,
            List<Place> places,
            List<Choice> badges,
            List<ConnectionsPage.Tried> steps,
            boolean isSaved,
            @Nullable Saying trouble) {
        public One {
            places = List.copyOf(places);
            badges = List.copyOf(badges);
            steps = List.copyOf(steps);
        }

        /** The step that failed first; null when none did. */
        public ConnectionsPage.@Nullable Tried failed() {
            return steps.stream()
                    .filter(ConnectionsPage.Tried::isBad)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A badge, and the activity that takes its grade.
     *
     * @param isDelivered whether its rule sends grades to this Moodle; else nothing ever comes here
     */
    public record Place(String badge, String title, String activity, boolean isDelivered) {

        /** @param badge as it is in force; null when it is not any more */
        static Place of(MoodleSettings.Place place, @Nullable Badge badge, String moodle) {
            return new Place(
                    place.badge(),
                    badge == null ? place.badge() : badge.title(),
                    place.activity(),
                    badge != null
                            && badge.deliver().stream().anyMatch(to -> to.to().equals(moodle)));
        }
    }

    /** A badge to choose. */
    public record Choice(String id, String title) {}
}
