package org.laurelbridge.webapp.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever signs in goes on to a page of ours, whatever stands in the address. */
class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/my",
                "/my/",
                "/my/apps/grant?client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fback&state=x/y?z",
                "/awards/0a1b-2c",
                "/teach/%C3%BC~;v=1",
                "/sign-in-help",
                "/a?to=//evil.example"
            })
    void pageOfOurs_isKept(String path) {
        assertThat(ReturnPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "my",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nSet-Cookie: a=b",
                "\t//evil.example",
                " /my",
                "/ /evil.example",
                "/my//evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/my/..//evil.example",
                "/./my",
                "/my/..",
                "/my/%2e%2E/admin",
                "/%2e?x",
                "https://evil.example/my",
                "https:/evil.example",
                "javascript:alert(1)",
                "/my#//evil.example",
                "/my\u0000",
                "/mý",
                "/my?a=\\b",
                "/my?a=\"><script>",
                "/sign-in",
                "/lti/login?iss=x&waiting=y",
                "/lti/login",
                "/sign-in?to=/sign-in",
                "/sign-in/oidc/campus"
            })
    void anythingElse_isForgotten(String asked) {
        assertThat(ReturnPath.of(asked)).isEmpty();
    }

    @Test
    void nothing_andWhatIsTooLong_isForgotten() {
        assertThat(ReturnPath.of(null)).isEmpty();
        assertThat(ReturnPath.of("/" + "a".repeat(1_999))).isPresent();
        assertThat(ReturnPath.of("/" + "a".repeat(2_000))).isEmpty();
        assertThat(ReturnPath.of("/" + "a/".repeat(990) + "\\"))
                .as("read in good time")
                .isEmpty();
    }
}
