package org.laurelbridge.webapp.session;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.account.Role;

/** A part of the site that is for some of those who are signed in, with its places in the order of its bar. */
public enum Area {
    LEARNING("/my"),
    TEACHING("/teach"),
    ADMINISTRATION("/admin");

    private final String root;

    Area(String root) {
        this.root = root;
    }

    /**
     * A place to go to.
     *
     * @param label the key of its name
     */
    public record Place(String path, String label) {}

    /** Where learners stand on leaderboards: worth a place in the bar once a course has one. */
    public static final Place BOARD = new Place("/my/board", "watching.my-board");

    /** Those that are open to somebody. */
    static List<Area> of(Visitor visitor) {
        return Arrays.stream(values()).filter(area -> area.isOpen(visitor)).toList();
    }

    private boolean isOpen(Visitor visitor) {
        return switch (this) {
            case LEARNING -> visitor.learner().isPresent();
            case TEACHING -> visitor.is(Role.INSTRUCTOR);
            case ADMINISTRATION -> visitor.is(Role.ADMINISTRATOR) || visitor.is(Role.VIEWER);
        };
    }

    public List<Place> places() {
        return switch (this) {
            case LEARNING ->
                List.of(
                        new Place(root, "my.badges"),
                        new Place("/my/backpacks", "my.backpacks"),
                        BOARD,
                        new Place("/my/apps", "my.apps"),
                        new Place("/my/mail", "my.mail"),
                        new Place("/my/data", "my.data"));
            case TEACHING ->
                List.of(
                        new Place(root, "teach.courses"),
                        new Place("/teach/inbox", "planning.inbox"),
                        new Place("/teach/questions", "mine.questions"));
            case ADMINISTRATION -> List.of(new Place(root, "site.administration"));
        };
    }

    /** Where the other areas begin that are open to somebody who is in this one. */
    public List<Place> beside(Visitor visitor) {
        return of(visitor).stream()
                .filter(other -> other != this)
                .map(other -> other.places().get(0))
                .toList();
    }

    /** The places for a page of no area, or of one that refuses them: of the area that it lies in where that is theirs, else what they
     * teach, else of their first. */
    static List<Place> around(Visitor visitor, String path) {
        List<Area> open = of(visitor);
        return open.stream()
                .filter(area -> (path + "/").startsWith(area.root + "/"))
                .findFirst()
                .or(() -> open.stream().filter(TEACHING::equals).findFirst())
                .or(() -> open.stream().findFirst())
                .map(area -> Stream.concat(area.places().stream(), area.beside(visitor).stream())
                        .toList())
                .orElse(List.of());
    }
}
