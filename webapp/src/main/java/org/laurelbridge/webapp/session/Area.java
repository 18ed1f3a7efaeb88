package org.laurelbridge.webapp.session;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurelbridge.bridge.account.Role;

/** A part of the site that is for some of those who are signed in, with its places in the order of its bar. */
public enum Area {
    LEARNING(
            "/my",
            visitor -> visitor.learner().isPresent(),
            new Place("/my", "my.badges"),
            new Place("/my/backpacks", "my.backpacks"),
            new Place("/my/board", "watching.my-board"),
            new Place("/my/apps", "my.apps"),
            new Place("/my/mail", "my.mail"),
            new Place("/my/data", "my.data")),
    TEACHING(
            "/teach",
            visitor -> visitor.is(Role.INSTRUCTOR),
            new Place("/teach", "teach.courses"),
            new Place("/teach/inbox", "planning.inbox"),
            new Place("/teach/questions", "mine.questions")),
    ADMINISTRATION(
            "/admin",
            visitor -> visitor.is(Role.ADMINISTRATOR) || visitor.is(Role.VIEWER),
            new Place("/admin", "site.administration"));

    private final String root;
    private final Predicate<Visitor> holds;
    private final List<Place> places;

    Area(String root, Predicate<Visitor> holds, Place... places) {
        this.root = root;
        this.holds = holds;
        this.places = List.of(places);
    }

    /**
     * A place to go to.
     *
     * @param label the key of its name
     */
    public record Place(String path, String label) {}

    /** Those that are open to somebody. */
    static List<Area> of(Visitor visitor) {
        return Arrays.stream(values()).filter(area -> area.holds.test(visitor)).toList();
    }

    public List<Place> places() {
        return places;
    }

    /** Where the other areas begin that are open to somebody who is in this one. */
    public List<Place> beside(Visitor visitor) {
        return of(visitor).stream()
                .filter(other -> other != this)
                .map(other -> other.places.get(0))
                .toList();
    }

    /** The places for a page of no area, or of one that refuses them: of the area that it lies in where that is theirs, else of their first. */
    static List<Place> around(Visitor visitor, String path) {
        List<Area> open = of(visitor);
        return open.stream()
                .filter(area -> (path + "/").startsWith(area.root + "/"))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(area -> Stream.concat(area.places.stream(), area.beside(visitor).stream())
                        .toList())
                .orElse(List.of());
    }
}
