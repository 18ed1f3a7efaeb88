package org.laurelbridge.webapp.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Assets;

/** In which language a page comes: as it was chosen, else as the browser asks for it. */
class ReadersLanguageTest {
    private static final String PAGE = "/sign-in";

    private final TestDatabase database = TestDatabase.sqlite();
    private final Site site = new Site(
            database,
            (sessions, pages) -> List.of(Site.signInRoute(sessions, pages, database, Site.CLOCK)),
            Site.CLOCK,
            false);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> get(String path, String... more) {
        String[] headers = new String[more.length + 2];
        System.arraycopy(more, 0, headers, 2, more.length);
        headers[0] = "Accept";
        headers[1] = "text/html";
        return site.get(path, headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de|Anmelden",
                "de-AT, en;q=0.5|de|Anmelden",
                "fr, es-MX;q=0.8, en;q=0.7|es|Iniciar sesión",
                "en;q=0.2, es;q=0.9|es|Iniciar sesión",
                "fr, it|en|Sign in",
                "*|en|Sign in",
                "not a list;;q=|en|Sign in",
                "ar-XB|en|Sign in",
            })
    void page_isInTheBestLanguageOfTheBrowser(String accepted, String language, String said) {
        HttpResponse<String> page = get(PAGE, "Accept-Language", accepted);

        assertThat(page.body()).contains("<html lang=\"" + language + "\" dir=\"ltr\">", "<h1>" + said + "</h1>");
        assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(String.join(", ", page.headers().allValues("Vary"))).contains("Accept-Language", "Cookie");
    }

    @Test
    void choice_isKept_andLeadsToTheSamePage() {
        HttpResponse<String> chosen = get(PAGE + "?to=%2Fmy&lang=de&x=1", "Accept-Language", "es");

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).hasValue("./sign-in?to=%2Fmy&x=1");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("laurel-language=de;").contains("Max-Age=31536000", "HttpOnly", "SameSite=Lax");

        String page = get(PAGE + "?to=%2Fmy", "Accept-Language", "es", "Cookie", "laurel-language=de")
                .body();
        assertThat(page)
                .contains(
                        "<html lang=\"de\"",
                        "href=\"?to=%2Fmy&amp;lang=es\" lang=\"es\" hreflang=\"es\"",
                        "aria-current=\"true\">Deutsch<");
    }

    @Test
    void choice_thatIsNone_changesNothing() {
        assertThat(get(PAGE + "?lang=fr").statusCode()).isEqualTo(200);
        assertThat(get(PAGE + "?lang=ar-XB").statusCode()).isEqualTo(200);
        assertThat(get(PAGE + "?lang=fr").body()).doesNotContain("lang=fr&amp;");
        assertThat(get(PAGE, "Cookie", "laurel-language=<script>").body()).contains("<html lang=\"en\"");
        // a program's address is its own
        assertThat(site.get(PAGE + "?lang=de", "Accept", "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void platformsLanguage_comesBeforeTheBrowsers_andAfterTheReaders() {
        String told = "laurel-platform-language=es";

        assertThat(get(PAGE, "Accept-Language", "de", "Cookie", told).body()).contains("<html lang=\"es\"");
        assertThat(get(PAGE, "Cookie", told + "; laurel-language=de").body()).contains("<html lang=\"de\"");
    }

    @Test
    void mirrored_isSeenByWhoAsksForItByCookie() {
        assertThat(get(PAGE, "Cookie", "laurel-language=ar-XB").body())
                .contains("<html lang=\"en\" dir=\"rtl\">", Assets.at("bootstrap-rtl.css"), "<h1>Sign in</h1>")
                .doesNotContain(Assets.at("bootstrap.css"));
    }

    @Test
    void failures_areInTheReadersLanguage_whoeverNoticedThem() {
        assertThat(get("/nothing", "Accept-Language", "de").body())
                .contains("<html lang=\"de\"", "Hier ist nichts, oder es ist nicht öffentlich.", "Zurück zum Anfang");
        assertThat(site.post(PAGE, Map.of()).body()).contains("This form is too old");
    }
}
