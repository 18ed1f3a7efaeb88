package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of an administrator that belong to the same work. The first level of the navigation has the groups, the second the pages of the
 * group where one is.
 *
 * @param label the key of its name
 * @param pages the first is where the group itself leads to
 * @param under addresses that belong to it and are no page of the navigation
 */
public record Group(String label, List<Page> pages, List<String> under) {

    /** All of them, in the order of the navigation. */
    static final List<Group> ALL = List.of(
            new Group(
                    "admin.today",
                    List.of(
                            new Page("/admin", "admin.health.title"),
                            new Page("/admin/review", "admin.review.title"),
                            new Page("/admin/deliveries", "admin.deliveries.title"),
                            new Page("/admin/quarantine", "admin.quarantine.title")),
                    List.of()),
            new Group(
                    "admin.badges.title",
                    List.of(
                            new Page("/admin/badges", "admin.badges.title"),
                            new Page("/admin/plans", "planning.plans"),
                            new Page("/admin/frameworks", "admin.frameworks.title")),
                    List.of("/admin/rules", "/admin/runs")),
            new Group(
                    "admin.people.title",
                    List.of(
                            new Page("/admin/people", "admin.people.title"),
                            new Page("/admin/unknown", "admin.unknown-actors.title"),
                            new Page("/admin/rosters", "admin.rosters.title"),
                            new Page("/admin/users", "admin.users.title"),
                            new Page("/admin/erasures", "admin.erasures")),
                    List.of("/admin/awards")),
            new Group(
                    "set-up.connections",
                    List.of(
                            new Page("/admin/connections", "set-up.connections"),
                            new Page("/admin/mapping", "set-up.mapping"),
                            new Page("/admin/platforms", "admin.platforms.title"),
                            new Page("/admin/gradebook", "admin.gradebook.title"),
                            new Page("/admin/tokens", "admin.tokens.title"),
                            new Page("/admin/moving", "moving.title")),
                    List.of()),
            new Group("admin.audit.title", List.of(new Page("/admin/audit", "admin.audit.title")), List.of()));

    /**
     * A page to go to.
     *
     * @param label the key of its name
     */
    public record Page(String path, String label) {
        /** The word of {@code aria-current} at an address: the page itself, or one below it; null when that is elsewhere. */
        public @Nullable String current(String here) {
            return here.equals(path) ? "page" : isOver(path, here) ? "true" : null;
        }
    }

    /** Where it leads to. */
    public String path() {
        return pages.get(0).path();
    }

    /** The word of {@code aria-current} at an address; null when that is elsewhere. */
    public @Nullable String current(String here) {
        if (pages.size() == 1) {
            return pages.get(0).current(here);
        }
        return holds(here) ? "true" : null;
    }

    boolean holds(String here) {
        return Stream.concat(pages.stream().map(Page::path), under.stream())
                .anyMatch(path -> here.equals(path) || isOver(path, here));
    }

    // every address lies below the first page, so that one has none below it
    private static boolean isOver(String path, String here) {
        return !path.equals("/admin") && here.startsWith(path + "/");
    }
}
