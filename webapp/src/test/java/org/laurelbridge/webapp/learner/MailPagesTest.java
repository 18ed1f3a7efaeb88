package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.deliver.mail.MailBook;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.deliver.mail.OffLinks.Off;

/** No more mails of a kind, and some again; by who is signed in and who is not. */
class MailPagesTest {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Laurel laurel;
    private MailBook book;
    private URI off;

    @BeforeEach
    void open() throws IOException {
        laurel = new Laurel(folder);
        book = laurel.bridge.telling().mailing().book();
        off = off(laurel.ada.value());
    }

    private URI off(UUID holder) {
        return laurel.bridge.telling().mailing().offLinks().address(new Off(holder, MailKind.AWARDS));
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void opening_changesNothing_andAsksInTheReadersLanguage() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(off).header("Accept-Language", "de-AT, en;q=0.5"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Möchten Sie hierüber keine E-Mails mehr", "lang=\"de\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(book.refused(laurel.ada.value())).isEmpty();
    }

    @Test
    void oneClick_endsThem_asMailProgramsSendIt_andTheyComeAgain() throws Exception {
        HttpResponse<String> done = send(post(off, "List-Unsubscribe=One-Click"));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("You get no more mails about this");
        assertThat(book.refused(laurel.ada.value())).containsExactly(MailKind.AWARDS);
        assertThat(send(HttpRequest.newBuilder(off)).body()).contains("I want them again");

        assertThat(send(post(off, "again=yes")).body()).contains("You get mails about this again");
        assertThat(book.refused(laurel.ada.value())).isEmpty();
    }

    @Test
    void anAddressThatIsNotOurs_isNothing() throws Exception {
        URI other = URI.create(
                off.toString().replace(laurel.ada.toString(), UUID.randomUUID().toString()));

        assertThat(send(HttpRequest.newBuilder(other)).statusCode()).isEqualTo(404);
        assertThat(send(post(other, "List-Unsubscribe=One-Click")).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(laurel.address.resolve("/mail/off")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void ofWhoIsGone_nothingIsKept() throws Exception {
        UUID gone = UUID.randomUUID();

        assertThat(send(post(off(gone), "List-Unsubscribe=One-Click")).statusCode())
                .isEqualTo(200);

        assertThat(book.refused(gone)).isEmpty();
    }

    @Test
    void aLearner_choosesOnTheirPages() {
        assertThat(laurel.get("/my/mail").body())
                .contains("value=\"awards\" id=\"kind-awards\" checked", "value=\"reminders\"")
                .doesNotContain("approvals");

        HttpResponse<String> saved = laurel.post("/my/mail", "/my/mail", Map.of("kind", "reminders", "language", "es"));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(book.refused(laurel.ada.value())).isEqualTo(Set.of(MailKind.AWARDS, MailKind.QUESTIONS));
        assertThat(laurel.get("/my/mail").body())
                .contains("lang=\"es\" selected")
                .doesNotContain("id=\"kind-awards\" checked");
        UUID account = account();
        book.read(account, Locale.GERMAN, false, laurel.bridge.clock().instant());
        assertThat(book.language(account)).as("what they chose stays").isEqualTo(Locale.forLanguageTag("es"));
    }

    private UUID account() {
        return laurel.bridge.stores().accounts().list().get(0).account().id();
    }
}
