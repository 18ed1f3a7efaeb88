package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IriFormTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Lab.Example:443/A,       https://lab.example/A",
        "http://lab.example:80,           http://lab.example",
        "http://Lab.example:8080?A=B,     http://lab.example:8080?A=B",
        "https://User@Lab.example/a@B,    https://User@lab.example/a@B",
        "https://Lab.example/a@B,         https://lab.example/a@B",
        "https://@Lab.example,            https://@lab.example",
        "https://Lab.example/@b,          https://lab.example/@b",
        "https://x.example/%0f%f0,        https://x.example/%0F%F0",
        "URN:ISBN:X,                      urn:ISBN:X",
        "https://x.example/%2f%c3%BC,     https://x.example/%2F%C3%BC",
        "https://x.example/u\u0308,       https://x.example/\u00fc",
    })
    void of_bringsWhatIsTheSameToOneForm(String written, String form) {
        assertThat(new IriForm(Set.of()).of(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/%zz%2",
                "https://x.example/%2g%",
                "https://x.example/%\u0661a",
                "http://x.example:443/",
                "https://x.example:80/",
                "https://x.example/?utm=1#utm",
                "nowhere"
            })
    void of_leavesEverythingElse(String written) {
        assertThat(new IriForm(Set.of()).of(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/?utm=1&id=2&utm=3#F, https://x.example/?id=2#F",
        "https://x.example/?utm,                https://x.example/",
        "https://x.example/?a&utm=1&b=2,        https://x.example/?a&b=2",
        "https://x.example/?utmost=1&=utm,      https://x.example/?utmost=1&=utm",
        "https://x.example/utm=1,               https://x.example/utm=1",
        "https://x.example/?utm=1#,             https://x.example/#",
        // what stands behind # is no query
        "https://x.example/#/lab?utm=1,         https://x.example/#/lab?utm=1",
        "https://x.example/?utm=1#/lab?utm=1,   https://x.example/#/lab?utm=1",
    })
    void of_dropsListedParametersOfTheQuery(String written, String form) {
        assertThat(new IriForm(Set.of("utm")).of(written)).isEqualTo(form);
    }
}
