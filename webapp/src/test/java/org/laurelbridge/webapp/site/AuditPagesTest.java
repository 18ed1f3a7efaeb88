package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** The audit log as administrators read it: a page, a file for a spreadsheet. */
class AuditPagesTest {
    private static final String HOSTILE = "<script>alert(\"x\")</script>'";
    private static final Pattern NEXT = Pattern.compile("href=\"(/admin/audit\\?[^\"]+)\">Next page");

    @TempDir
    private Path folder;

    private AuditedSite site;
    private Audit audit;

    @BeforeEach
    void open() {
        site = new AuditedSite(folder);
        audit = site.bridge.stores().audit();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void done(String who, String action, String kind, Object id) {
        audit.append(
                Doer.of(Doer.Kind.TOKEN, who, "192.0.2.7"),
                Change.of(action, kind, id).from("status", "valid").to("status", "revoked"));
    }

    @Test
    void page_saysWhoChangedWhat_fromWhatToWhat_andFromWhere() {
        done("robot", "award.revoked", "award", "a1");

        assertThat(site.look("/admin/audit").body())
                .contains("robot", "192.0.2.7", "Revoked", "award/a1")
                .containsPattern("<del[^>]*><span[^>]*>before: </span>valid</del>")
                .containsPattern("<ins[^>]*><span[^>]*>after: </span>revoked</ins>");
    }

    @Test
    void page_showsWhatSomebodyWroteLikeAMoment_asTheyWroteIt() {
        audit.append(
                Doer.of(Doer.Kind.ACCOUNT, "ada", "192.0.2.7"),
                Change.of("award.revoked", "award", "a1")
                        .to("why", "2026-99-99T1Z")
                        .to("until", "2026-03-04T05:06:07Z"));

        assertThat(site.look("/admin/audit").body())
                .contains("2026-99-99T1Z", "4 Mar 2026, 05:06 UTC")
                .doesNotContain("2026-03-04T05:06:07Z<");
    }

    @Test
    void page_andFile_areNarrowed_byEverythingThatTheySay() {
        done("robot", "award.revoked", "award", "a1");
        done("other", "badge.picture", "badge", "b1");
        String today = Instant.now().toString().substring(0, 10);

        for (String query : List.of(
                "doer=robot&from=" + today + "&until=" + today,
                "action=award&until=" + today,
                "action=award+revoked",
                "action=award.revoked",
                "action=REVOKED",
                "doer=OBO",
                "subject=D%2FA1",
                "subject=award%2Fa1")) {
            assertThat(site.look("/admin/audit?" + query).body())
                    .as(query)
                    .contains("award/a1", "Show everything")
                    .doesNotContain("badge/b1");
            assertThat(site.look("/admin/audit.csv?" + query).body())
                    .as(query)
                    .contains("award/a1")
                    .doesNotContain("badge/b1");
        }
        assertThat(site.look("/admin/audit?until=2026-01-01").body()).contains("Nothing of this kind was changed.");
    }

    @Test
    void page_findsByNames_andShowsThem() {
        PersonId amira = site.bridge
                .stores()
                .people()
                .add("Amira Haddad", List.of(new Identifier("email", "", "a@example.org")), Instant.now());
        audit.append(
                Doer.of(Doer.Kind.TOKEN, "robot", "192.0.2.7"),
                Change.of("person.exported", "person", amira).about(amira.value()));
        audit.append(
                Doer.of(Doer.Kind.TOKEN, "robot", "192.0.2.7"),
                Change.of("award.shown", "award", "a7").about(amira.value()).to("badge", "fire-safety"));
        done("robot", "badge.picture", "badge", "b1");

        assertThat(site.look("/admin/audit?subject=amira").body())
                .contains("title=\"person/" + amira + "\">Amira Haddad</a>", "award/a7", ">Amira Haddad</a></span>")
                .doesNotContain("badge/b1");
        assertThat(site.look("/admin/audit?subject=Fire-Safety").body())
                .contains("award/a7")
                .doesNotContain("person exported", "badge/b1");
    }

    @Test
    void page_callsPlatformsByTheirNames_whileTheyAreThere() {
        LtiPlatform moodle = new LtiPlatform(
                UUID.randomUUID(),
                "Campus Moodle",
                "https://moodle.example",
                "client",
                URI.create("https://moodle.example/auth"),
                URI.create("https://moodle.example/token"),
                "https://moodle.example",
                URI.create("https://moodle.example/keys"),
                false,
                Set.of());
        site.bridge.lti().platforms().add(moodle, Instant.now());
        UUID gone = UUID.randomUUID();
        done("robot", "platform.removed", "platform", gone);

        assertThat(site.look("/admin/audit").body())
                .contains("title=\"platform/" + moodle.id() + "\">Campus Moodle<")
                .contains("title=\"platform/" + gone + "\">" + gone + "<");
    }

    @Test
    void countsOfAnErasure_sayWhatIsCounted() {
        PersonId ada = site.bridge
                .stores()
                .people()
                .add("Ada", List.of(new Identifier("email", "", "ada@example.org")), Instant.now());

        assertThat(site.look("/admin/people/" + ada + "/erase").body())
                .contains("Counted are the entries that are kept now");
        site.bridge.dataSubjects().erasing().begin(ada);
        assertThat(site.look("/admin/erasures").body()).contains("Counted is what was removed");
    }

    @Test
    void page_ofAPerson_hasWhatWasDoneToThem_asTheirExport() {
        PersonId ada = site.bridge
                .stores()
                .people()
                .add("Ada", List.of(new Identifier("email", "", "ada@example.org")), Instant.now());
        done("robot", "badge.picture", "badge", "b1");

        List<Audit.Entry> rows = site.rows(() -> assertThat(
                        site.look("/admin/people/" + ada + "/export.zip").statusCode())
                .isEqualTo(200));

        assertThat(rows)
                .filteredOn(row -> row.change().action().equals("person.exported"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.doer().name()).isEqualTo("Ops");
                    assertThat(row.change().person()).isEqualTo(ada.value());
                });
        assertThat(site.look("/admin/audit?person=" + ada).body())
                .contains("person exported")
                .doesNotContain("badge/b1");
    }

    @Test
    void pages_followOneAnother_withEachRowOnce() {
        IntStream.range(0, 230).forEach(i -> done("robot", "badge.picture", "badge", "b" + i + "."));

        StringBuilder all = new StringBuilder();
        String next = "/admin/audit?doer=robot";
        int pages = 0;
        while (!next.isEmpty()) {
            String page = site.look(next).body();
            all.append(page);
            pages++;
            Matcher found = NEXT.matcher(page);
            next = found.find() ? found.group(1).replace("&amp;", "&") : "";
        }
        assertThat(pages).isEqualTo(3);
        String rows = all.toString();
        IntStream.range(0, 230)
                .forEach(i -> assertThat(rows.split(">b" + i + "\\.</a>", -1))
                        .as("b" + i)
                        .hasSize(2));
        assertThat(site.look("/admin/audit.csv?doer=robot").body().lines()).hasSize(231);
    }

    @Test
    void hostileWords_areWords() {
        audit.append(
                Doer.of(Doer.Kind.TOKEN, HOSTILE, HOSTILE),
                Change.of("a." + HOSTILE, HOSTILE, HOSTILE)
                        .from(HOSTILE, HOSTILE)
                        .to(HOSTILE, "=HYPERLINK(\"https://evil.example\")"));

        for (String path : List.of("/admin/audit", "/admin/audit?doer=%3Cscript%3Ealert(%22x%22)%3C%2Fscript%3E%27")) {
            assertThat(site.look(path).body()).contains("&lt;script&gt;alert(").doesNotContain("<script>alert");
        }
        done("=HYPERLINK(\"https://evil.example\")", "badge.picture", "badge", "b1");
        assertThat(site.look("/admin/audit.csv").body()).contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"");
    }

    @Test
    void wrongQueries_areAnswered() {
        for (String query : List.of("from=soon", "until=2026-13-01", "before=x", "person=me")) {
            assertThat(site.look("/admin/audit?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
            assertThat(site.look("/admin/audit.csv?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
