package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Identifier;

class KnownUsersTest {

    private static final LmsUsers KNOWN =
            new KnownUsers(URI.create("https://lms.example/moodle"), KnownUsers::isNumber);

    private static LmsUsers.Found found(Identifier... identifiers) {
        return KNOWN.find(Samples.ada(identifiers), "2");
    }

    @Test
    void find_theIdThatTheLmsGave_beforeAnAccount() {
        assertThat(found(
                        new Identifier("account", "https://lms.example/moodle", "8"),
                        new Identifier("id", "https://LMS.example/moodle/", "3")))
                .isEqualTo(new LmsUsers.User("3"));
    }

    @Test
    void find_anAccountOfAnotherLms_isNobody() {
        assertThat(found(new Identifier("account", "https://other.example", "3")))
                .isEqualTo(new LmsUsers.Nobody("id and account of https://lms.example/moodle"));
    }

    @Test
    void find_anAccountWhoseNameIsNoNumber_isNobody() {
        assertThat(found(new Identifier("account", "https://lms.example/moodle", "ada")))
                .isInstanceOf(LmsUsers.Nobody.class);
    }

    @Test
    void inTurn_tellsAllThatWasLookedBy() {
        LmsUsers nobody = (person, course) -> new LmsUsers.Nobody("e-mail");

        assertThat(LmsUsers.inTurn(List.of(KNOWN, nobody)).find(Samples.ada(), "2"))
                .isEqualTo(new LmsUsers.Nobody("id and account of https://lms.example/moodle; e-mail"));
    }

    @Test
    void inTurn_whenOneCannotBeAskedNow_doesNotGoOn() {
        LmsUsers down = (person, course) -> new LmsUsers.NotNow("down", Duration.ZERO);
        LmsUsers found = (person, course) -> new LmsUsers.User("3");

        assertThat(LmsUsers.inTurn(List.of(KNOWN, down, found)).find(Samples.ada(), "2"))
                .isEqualTo(new LmsUsers.NotNow("down", Duration.ZERO));
    }
}
