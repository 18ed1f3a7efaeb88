package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Recipient;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;

class RecipientMatchTest {

    @Test
    void plain() {
        Recipients plain = of(new Identity("emailAddress", false, "Ada@Example.org", ""));

        assertThat(RecipientMatch.matches(plain, "ada@example.ORG")).isTrue();
        assertThat(RecipientMatch.matches(plain, " Ada@Example.org ")).isTrue();
        assertThat(RecipientMatch.matches(plain, "ad@example.org")).isFalse();
        assertThat(RecipientMatch.matches(plain, "")).isFalse();
        assertThat(RecipientMatch.matches(plain, "a".repeat(100_000))).isFalse();
    }

    @Test
    void hashed() {
        Recipients hashed = of(new Identity("email", true, hash("ada@example.org", "00ff"), "00ff"));

        assertThat(RecipientMatch.matches(hashed, "ada@example.org")).isTrue();
        assertThat(RecipientMatch.matches(hashed, "Ada@Example.org")).isTrue();
        assertThat(RecipientMatch.matches(hashed, "bob@example.org")).isFalse();
        assertThat(RecipientMatch.matches(
                        of(new Identity("email", true, hash("ada@example.org", "00ff"), "")), "ada@example.org"))
                .isFalse();
    }

    @Test
    void hashedAsItWasTyped() {
        Recipients mixed = of(new Identity("email", true, hash("Ada@Example.org", "s"), "s"));

        assertThat(RecipientMatch.matches(mixed, "Ada@Example.org")).isTrue();
        assertThat(RecipientMatch.matches(mixed, "ada@example.org")).isFalse();
    }

    @Test
    void md5_isNeverMatched() {
        assertThat(RecipientMatch.matches(
                        of(new Identity("email", true, "md5$8f6ed24d6ad6fdbd8d0bd4b5dff2c3c4", "")), "ada@example.org"))
                .isFalse();
        assertThat(RecipientMatch.matches(of(new Identity("email", true, "ada@example.org", "")), "ada@example.org"))
                .isFalse();
    }

    @Test
    void anyOfSeveral() {
        Recipients two = of(
                new Identity("studentId", false, "4711", ""),
                new Identity("emailAddress", true, hash("ada@example.org", "1"), "1"));

        assertThat(RecipientMatch.matches(two, "ada@example.org")).isTrue();
        assertThat(RecipientMatch.matches(two, "4711")).isTrue();
        assertThat(RecipientMatch.matches(Recipients.NONE, "ada@example.org")).isFalse();
    }

    @Test
    void toString_tellsNobody() {
        assertThat(of(new Identity("email", false, "ada@example.org", "")).toString())
                .doesNotContain("ada");
    }

    private static String hash(String identity, String salt) {
        return new Recipient(new UUID(0, 0), null, salt).hash(identity);
    }

    private static Recipients of(Identity... identities) {
        return new Recipients(List.of(identities));
    }
}
