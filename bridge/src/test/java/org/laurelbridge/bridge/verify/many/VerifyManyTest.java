package org.laurelbridge.bridge.verify.many;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.bridge.verify.report.Verdict;

class VerifyManyTest {

    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void read_withAndWithoutHeader() {
        Links two = new Links.Good(List.of("https://a.example/1", "https://a.example/2,3"));
        assertThat(Links.read("https://a.example/1\n\"https://a.example/2,3\"\n"))
                .isEqualTo(two);
        assertThat(Links.read("\uFEFFlink\r\nhttps://a.example/1\r\n\r\n\"https://a.example/2,3\""))
                .isEqualTo(two);
        assertThat(Links.read("Name;Badge\nAda; https://a.example/1 \nBob;https://a.example/2,3\n"))
                .isEqualTo(two);
        assertThat(Links.read("Name\tBadge\n\"Ada, B\"\thttps://a.example/1\nBob\thttps://a.example/2,3"))
                .isEqualTo(two);
    }

    @Test
    void read_saysAllThatIsWrong() {
        assertThat(Links.read("")).isEqualTo(new Links.Bad(List.of("the file has no links, expected one in each row")));
        assertThat(Links.read("link\nfoo\nhttps://a.example/1\nbar\n"))
                .isEqualTo(new Links.Bad(List.of(
                        "row 2: no link in it, expected https://…", "row 4: no link in it, expected https://…")));
        String many = IntStream.rangeClosed(1, 51)
                .mapToObj(i -> "https://a.example/" + i)
                .collect(Collectors.joining("\n"));
        assertThat(Links.read(many)).isEqualTo(new Links.Bad(List.of("the file has 51 links, expected at most 50")));
        assertThat(Links.read("\"https://a.example/1\n")).isInstanceOf(Links.Bad.class);
    }

    @Test
    void verify_answersInTheOrderOfTheLinks_alsoWhenOneFails() throws InterruptedException {
        try (VerifyMany many = new VerifyMany(presented -> {
            String link = ((Presented.Link) presented).address();
            if (link.endsWith("/2")) {
                throw new IllegalStateException("a bug");
            }
            return genuine(link);
        })) {
            List<Row> rows = many.verify(new Links.Good(List.of("x/1", "x/2", "x/3")));

            assertThat(rows.stream().map(Row::link)).containsExactly("x/1", "x/2", "x/3");
            assertThat(rows.stream().map(Row::verdict))
                    .containsExactly(Verdict.GENUINE, Verdict.UNCHECKED, Verdict.GENUINE);
        }
    }

    @Test
    void verify_fourAtOnce() throws InterruptedException {
        CyclicBarrier four = new CyclicBarrier(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (VerifyMany many = new VerifyMany(presented -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                four.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            now.decrementAndGet();
            return genuine("x");
        })) {
            many.verify(new Links.Good(java.util.Collections.nCopies(12, "x")));
        }
        assertThat(most).hasValue(4);
    }

    @Test
    void verify_whatIsNotReachedInTime_isUnchecked() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (VerifyMany many = new VerifyMany(
                presented -> {
                    if (((Presented.Link) presented).address().equals("slow")) {
                        try {
                            never.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return genuine("x");
                },
                Duration.ofMillis(500))) {
            List<Row> rows = many.verify(new Links.Good(List.of("slow", "quick")));

            assertThat(rows.stream().map(Row::verdict)).containsExactly(Verdict.UNCHECKED, Verdict.GENUINE);
            assertThat(rows.get(0).reason().sentence()).contains("took too long");
        }
    }

    @Test
    void write_isSafeForSpreadsheets() {
        Row row = Row.of("https://a.example/1", genuine("=cmd|' /C calc'!A0"));

        assertThat(VerdictSheet.write(List.of(row), Locale.ENGLISH).lines())
                .containsExactly(
                        "link,verdict,reason,badge,issuer,issuer id,awarded,valid until,status as of",
                        "https://a.example/1,genuine,The signature fits: nothing was changed since it was signed.,"
                                + "'=cmd|' /C calc'!A0,'@issuer,did:web:a.example,2026-03-01T10:00:00Z,,2026-03-01T10:00:00Z");
    }

    @Test
    void issuerWhoseNameNobodyConfirms_isSaid() {
        Line alone = Line.of(Reason.ISSUER_KEY_ALONE, "did:key:z6Mk");

        Row row = Row.of("https://a.example/1", genuine("Kubernetes", alone));

        assertThat(row.reason()).isEqualTo(alone);
        assertThat(row.issuerId()).isEqualTo("did:web:a.example");
    }

    private static Report genuine(String name) {
        return genuine(name, Line.of(Reason.ISSUER_OURS));
    }

    private static Report genuine(String name, Line issuer) {
        Findings findings = new Findings();
        findings.add(Reason.PROOF_FITS);
        findings.add(issuer);
        findings.add(Line.of(Reason.STATUS_NOT_REVOKED).asOf(THEN));
        findings.show(new Shown(
                "Open Badges 3.0",
                name,
                "",
                null,
                null,
                null,
                null,
                new Shown.Issuer("did:web:a.example", "@issuer", null),
                new Shown.Dates(null, THEN, null),
                List.of(),
                List.of(),
                List.of(),
                new Shown.Details(null, null, null, null, List.of())));
        return findings.report();
    }
}
