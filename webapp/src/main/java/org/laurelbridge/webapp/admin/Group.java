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
                            Page.open("/admin", "admin.health.title"),
                            Page.open("/admin/review", "admin.review.title"),
                            Page.open("/admin/deliveries", "admin.deliveries.title"),
                            Page.open("/admin/quarantine", "admin.quarantine.title")),
                    List.of()),
            new Group(
                    "admin.badges.title",
                    List.of(
                            Page.closed("/admin/badges", "admin.badges.title"),
                            Page.closed("/admin/plans", "planning.plans"),
                            Page.open("/admin/frameworks", "admin.frameworks.title")),
                    List.of("/admin/rules", "/admin/runs")),
            new Group(
                    "admin.people.title",
                    List.of(
                            Page.open("/admin/people", "admin.people.title"),
                            Page.open("/admin/unknown", "admin.unknown-actors.title"),
                            Page.open("/admin/rosters", "admin.rosters.title"),
                            Page.closed("/admin/users", "admin.users.title"),
                            Page.open("/admin/erasures", "admin.erasures")),
                    List.of("/admin/awards")),
            new Group(
                    "set-up.connections",
                    List.of(
                            Page.closed("/admin/connections", "set-up.connections"),
                            Page.closed("/admin/mapping", "set-up.mapping"),
                            Page.closed("/admin/platforms", "admin.platforms.title"),
                            Page.closed("/admin/moodles", "moving.moodles"),
                            Page.open("/admin/gradebook", "admin.gradebook.title"),
                            Page.closed("/admin/tokens", "admin.tokens.title"),
                            Page.closed("/admin/keys", "admin.keys.title"),
                            Page.closed("/admin/moving", "moving.title")),
                    List.of()),
            new Group("admin.audit.title", List.of(Page.closed("/admin/audit", "admin.audit.title")), List.of()));

    /** Those that somebody is shown, with the pages that do not refuse them. */
    static List<Group> of(boolean mayChange) {
        return mayChange
                ? ALL
                : ALL.stream()
                        .map(Group::ofOpenPages)
                        .filter(group -> !group.pages().isEmpty())
                        .toList();
    }

    private Group ofOpenPages() {
        return new Group(label, pages.stream().filter(Page::isOpen).toList(), List.of());
    }

    /** Whether who may change nothing is let in at an address below {@code /admin}. */
    static boolean isOpen(String path) {
        return ALL.stream()
                .flatMap(group -> group.pages().stream())
                .anyMatch(page -> page.isOpen() && page.current(path) != null);
    }

    /**
     * A page to go to.
     *
     * @param label the key of its name
     * @param isOpen who may look and change nothing may look at it, too
     */
    public record Page(String path, String label, boolean isOpen) {
        static Page open(String path, String label) {
            return new Page(path, label, true);
        }

        static Page closed(String path, String label) {
            return new Page(path, label, false);
        }

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

    /** The word of {@code aria-current} of one of its pages; what belongs to no other lies below the first. */
    public @Nullable String current(Page page, String here) {
        boolean isUnder =
                page.equals(pages.get(0)) && under.stream().anyMatch(path -> here.equals(path) || isOver(path, here));
        return isUnder ? "true" : page.current(here);
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
