package org.laurelbridge.bridge.backpack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualityTest {
    @Test
    void idsAreTheSame_whateverIsEscaped_andWhateverIsAround() {
        assertThat(Equality.of(" http://a.example/b%20c%C3%A9 "))
                .isEqualTo(Equality.of("http://a.example/b cé"))
                .isEqualTo("http://a.example/b cé");
        assertThat(Equality.of("%zz%4")).isEqualTo("%zz%4");
        assertThat(Equality.of("http://a.example/A")).isNotEqualTo(Equality.of("http://a.example/a"));
    }
}
