package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever an administrator is, the navigation says where that is. */
class GroupTest {

    @ParameterizedTest
    @CsvSource({
        "/admin, admin.today",
        "/admin/review, admin.today",
        "/admin/badges/lab-master/picture, admin.badges.title",
        "/admin/rules, admin.badges.title",
        "/admin/rules/lab-master, admin.badges.title",
        "/admin/people/1, admin.people.title",
        "/admin/people/1/erase, admin.people.title",
        "/admin/awards/1, admin.people.title",
        "/admin/erasures, admin.people.title",
        "/admin/connections/campus-lrs, set-up.connections",
        "/admin/tokens, set-up.connections",
        "/admin/keys, set-up.connections",
        "/admin/audit, admin.audit.title",
    })
    void everyAddress_isInOneGroup(String here, String label) {
        assertThat(Group.ALL.stream()
                        .filter(group -> group.current(here) != null)
                        .map(Group::label))
                .containsExactly(label);
    }

    @Test
    void aPage_isCurrent_andOneOverIt_isSaidToHoldIt() {
        Group people = Group.ALL.get(2);
        assertThat(current(people, "/admin/people")).containsExactly("page", "", "", "", "");
        assertThat(current(people, "/admin/people/1")).containsExactly("true", "", "", "", "");
        assertThat(current(Group.ALL.get(0), "/admin/people")).containsExactly("", "", "", "");
    }

    private static List<String> current(Group group, String here) {
        return group.pages().stream()
                .map(page -> page.current(here))
                .map(word -> word == null ? "" : word)
                .toList();
    }
}
