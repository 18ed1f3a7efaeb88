package org.laurelbridge.bridge.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private final PasswordHash hashing = new PasswordHash();

    @Test
    void hash_isArgon2id_withASaltOfItsOwn() {
        String one = hashing.hash("correct horse battery");

        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(300);
        assertThat(hashing.hash("correct horse battery")).isNotEqualTo(one);
        assertThat(hashing.matches("correct horse battery", one)).isTrue();
        assertThat(hashing.matches("correct horse batterY", one)).isFalse();
        assertThat(hashing.matches("", one)).isFalse();
    }

    @Test
    void matches_whatOthersMade_withTheirParameters() {
        // by the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1 -l 32, of "password" (its test vectors)
        assertThat(hashing.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    void letterWrittenInTwoWays_isTheSame() {
        assertThat(hashing.matches("Zu\u0308rich im Juni", hashing.hash("Z\u00fcrich im Juni")))
                .isTrue();
    }

    @Test
    void refuse_countsCharacters() {
        assertThat(PasswordHash.refuse("x".repeat(11))).contains("the password has 11 characters, expected 12 to 200");
        assertThat(PasswordHash.refuse("x".repeat(12))).isEmpty();
        assertThat(PasswordHash.refuse("😀".repeat(200))).isEmpty();
        assertThat(PasswordHash.refuse("x".repeat(201))).isPresent();
    }

    @Test
    void matches_byManyAtOnce_isRightForEach() {
        String hash = hashing.hash("correct horse battery");

        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .filter(i -> hashing.matches(i % 2 == 0 ? "correct horse battery" : "wrong", hash))
                        .count())
                .isEqualTo(8);
    }
}
