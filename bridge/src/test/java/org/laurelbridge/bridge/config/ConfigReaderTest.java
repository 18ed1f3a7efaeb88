package org.laurelbridge.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.subject.Retention;
import org.laurelbridge.xapi.Problem;

class ConfigReaderTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    private Path folder;

    @Test
    void read_withoutFileAndEnvironmentIsOneMachineWithItsEmbeddedDatabase() {
        LaurelConfig config = good(ConfigReader.read(null, Map.of()));
        assertThat(config.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(config.http())
                .isEqualTo(new LaurelConfig.Http("127.0.0.1", 8080, 8_388_608, 1_000, false, List.of()));
        assertThat(config.sessions()).isEqualTo(new LaurelConfig.Sessions(Duration.ofHours(2), Duration.ofHours(12)));
        assertThat(config.database().url()).isEqualTo("jdbc:sqlite:data/laurel.db");
        assertThat(config.database().isEmbedded()).isTrue();
        assertThat(config.secretKey()).isNull();
        assertThat(config.issuer()).isEqualTo(new Profile("Laurel", URI.create("http://127.0.0.1:8080"), null));
        assertThat(config.rules()).isNull();
        assertThat(config.sources()).isEmpty();
        assertThat(config.targets()).isEmpty();
        assertThat(config.jsonLog()).isFalse();
    }

    @Test
    void read_takesEveryKey() throws IOException {
        Files.createDirectory(folder.resolve("badges"));
        Files.writeString(folder.resolve("token"), "from-a-file\n");
        LaurelConfig config = good(read("""
                public-url: https://badges.example.org/
                http: {host: 0.0.0.0, port: 0, open-metrics: true, proxy: [10.0.0.7, "fd00::/8"]}
                sessions: {idle: 15m, absolute: 1d}
                data: store
                database: {url: "jdbc:mysql://db/laurel", user: laurel, password: pw}
                secret-key: %s
                issuer:
                  name: Example
                  url: https://example.org
                  email: badges@example.org
                  description: It teaches.
                  phone: +31 20 1234567
                  image: https://example.org/logo.png
                  address: {country-code: NL, country: Holland, region: NH, locality: Town, street: Dam 1, postal-code: 1012 JS}
                  identifier: https://ror.org/04dkp9463
                  identifier-type: ext:ror
                rules: badges
                limits: {body: 2048, statements: 7}
                sources:
                  - name: moodle
                    push: {key: moodle, secret: s1, version-header: optional, hooks: true}
                  - name: lrs
                    pull: {endpoint: "https://lrs.example.org/xapi/", key: k, secret: s2, version: 2.0.0, every: 2m, earned: true}
                targets:
                  - name: campus
                    lti: {root: "https://moodle.example.org", client-id: abc, deployment-id: "1", platform: other,
                          token-endpoint: "https://moodle.example.org/token", audience: aud, line-items: "{root}/i",
                          memberships: "{root}/m", web-service-token-file: token}
                  - name: old
                    moodle: {root: "https://old.example.org", token: t, writing: assignment, places: [{badge: b, activity: 17}]}
                log: {format: json}
                """.formatted(KEY)));
        assertThat(config.publicUrl()).isEqualTo(URI.create("https://badges.example.org"));
        assertThat(config.sessions()).isEqualTo(new LaurelConfig.Sessions(Duration.ofMinutes(15), Duration.ofDays(1)));
        assertThat(config.http())
                .isEqualTo(new LaurelConfig.Http("0.0.0.0", 0, 2048, 7, true, networks("10.0.0.7", "fd00::/8")));
        assertThat(config.data()).isEqualTo(folder.resolve("store"));
        assertThat(config.database()).isEqualTo(new LaurelConfig.Storage("jdbc:mysql://db/laurel", "laurel", "pw"));
        assertThat(config.secretKey()).isEqualTo(KEY);
        assertThat(config.issuer())
                .isEqualTo(new Profile(
                        "Example",
                        URI.create("https://example.org"),
                        "badges@example.org",
                        "It teaches.",
                        "+31 20 1234567",
                        URI.create("https://example.org/logo.png"),
                        new Profile.Address("Holland", "NL", "NH", "Town", "Dam 1", "1012 JS"),
                        new Profile.Identifier("ext:ror", "https://ror.org/04dkp9463")));
        assertThat(config.rules()).isEqualTo(folder.resolve("badges"));
        assertThat(config.sources())
                .containsExactly(
                        new LaurelConfig.Source("moodle", new LaurelConfig.Push("moodle", "s1", false, true), null),
                        new LaurelConfig.Source(
                                "lrs",
                                null,
                                new LaurelConfig.Pull(
                                        URI.create("https://lrs.example.org/xapi"),
                                        "k",
                                        "s2",
                                        "2.0.0",
                                        Duration.ofMinutes(2),
                                        true)));
        assertThat(config.targets().get(0).lti())
                .isEqualTo(new LaurelConfig.Lti(
                        URI.create("https://moodle.example.org"),
                        "abc",
                        "1",
                        false,
                        URI.create("https://moodle.example.org/token"),
                        "aud",
                        "{root}/i",
                        "{root}/m",
                        "from-a-file"));
        assertThat(config.targets().get(1).moodle())
                .isEqualTo(new LaurelConfig.Moodle(
                        URI.create("https://old.example.org"),
                        "t",
                        true,
                        List.of(new LaurelConfig.Place("b", "", "17"))));
        assertThat(config.jsonLog()).isTrue();
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(text -> Network.of(text).orElseThrow()).toList();
    }

    @Test
    void read_proxies_fromAVariableToo_andTellsWhatIsNoAddress() throws IOException {
        assertThat(good(ConfigReader.read(null, Map.of("LAUREL_HTTP_PROXY", "10.0.0.7, 192.168.0.0/16")))
                        .http()
                        .proxies())
                .isEqualTo(networks("10.0.0.7", "192.168.0.0/16"));
        assertThat(read("http: {proxy: [10.0.0.7, proxy.example.org, 10.0.0.0/33]}")
                        .problems())
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem.toString()).contains("http.proxy").contains("an address or a network"));
    }

    @Test
    void read_networksOfPlatforms_areThePrivateOnesAlone() throws IOException {
        assertThat(good(ConfigReader.read(null, Map.of())).platformNetworks()).isEmpty();
        assertThat(good(ConfigReader.read(null, Map.of("LAUREL_LTI_PRIVATE_NETWORKS", "10.20.0.0/16, fd12::/32")))
                        .platformNetworks())
                .isEqualTo(networks("10.20.0.0/16", "fd12::/32"));
        for (String other :
                List.of("0.0.0.0/0", "169.254.169.254", "8.0.0.0/6", "93.184.216.34", "::/0", "fe80::/10")) {
            assertThat(read("lti: {private-networks: ['" + other + "']}").problems())
                    .as(other)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.toString())
                            .contains("lti.private-networks", "networks within 10.0.0.0/8"));
        }
        assertThat(read("lti: {private-networks: [moodle.example.org]}")
                        .problems()
                        .toString())
                .contains("an address or a network");
    }

    @Test
    void read_periodsOfRetention_eachForItself() throws IOException {
        Retention retention =
                good(read("retention: {statements: 730d, audit: 365d}")).retention();
        assertThat(retention.period(Retention.What.STATEMENTS)).contains(Duration.ofDays(730));
        assertThat(retention.period(Retention.What.AUDIT)).contains(Duration.ofDays(365));
        assertThat(retention.period(Retention.What.NOTICES)).isEmpty();
        assertThat(good(read("")).retention()).isEqualTo(Retention.FOR_EVER);
    }

    @Test
    void read_periodsThatAreTooShortOrOfNothing_areAllTold() throws IOException {
        assertThat(read("retention: {statements: 1h, audit: forever, grades: 1y}")
                        .problems()
                        .toString())
                .contains(
                        "laurel.yaml:1:25 (retention.statements)",
                        "at least 1d",
                        "(retention.audit)",
                        "(retention.grades)");
    }

    @Test
    void read_sessionsThatNobodyCouldUse_areRefused() throws IOException {
        assertThat(read("sessions: {idle: 1m, absolute: 1y}").problems().toString())
                .contains("laurel.yaml:1:18 (sessions.idle)", "laurel.yaml:1:32 (sessions.absolute)");
    }

    @Test
    void read_issuerByItsCountryAlone_namesIt() throws IOException {
        Profile issuer = good(read("issuer: {address: {country-code: NL}, identifier: x}"))
                .issuer();
        assertThat(issuer.address()).isEqualTo(new Profile.Address("Netherlands", "NL", null, null, null, null));
        assertThat(issuer.identifier()).isEqualTo(new Profile.Identifier("identifier", "x"));
        Map<String, String> environment =
                Map.of("LAUREL_ISSUER_ADDRESS_COUNTRY_CODE", "DE", "LAUREL_ISSUER_ADDRESS_COUNTRY", "Deutschland");
        assertThat(good(ConfigReader.read(null, environment)).issuer().address())
                .isEqualTo(new Profile.Address("Deutschland", "DE", null, null, null, null));
    }

    @Test
    void read_issuerWithMistakes_tellsAllOfThem() throws IOException {
        assertThat(read("""
                issuer:
                  image: http://example.org/logo.png
                  address: {locality: Town, countrycode: NL}
                  identifier-type: identifer
                """).problems())
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("an https address"))
                .anyMatch(text -> text.contains("no \"country-code\""))
                .anyMatch(text -> text.contains("did you mean \"country-code\"?"))
                .anyMatch(text -> text.contains("did you mean \"identifier\"?"))
                .anyMatch(text -> text.contains("no \"identifier\""));
        assertThat(read("issuer: {address: {country-code: XX}}").problems()).hasSize(1);
    }

    @Test
    void read_environmentWinsOverTheFile() throws IOException {
        Files.writeString(folder.resolve("laurel.yaml"), """
                http: {port: 1}
                sources:
                  - name: campus-lrs
                    push: {key: k, secret: old}
                """);
        LaurelConfig config = good(ConfigReader.read(
                folder.resolve("laurel.yaml"),
                Map.of(
                        "LAUREL_HTTP_PORT", "9",
                        "LAUREL_PUBLIC_URL", "https://b.example",
                        "LAUREL_SOURCES_CAMPUS_LRS_PUSH_SECRET", "12345",
                        "LAUREL_LOG_FORMAT", "json",
                        "HOME", "/root")));
        assertThat(config.http().port()).isEqualTo(9);
        assertThat(config.publicUrl()).isEqualTo(URI.create("https://b.example"));
        assertThat(Objects.requireNonNull(config.sources().get(0).push()).secret())
                .isEqualTo("12345");
        assertThat(config.jsonLog()).isTrue();
    }

    @Test
    void read_tellsAllProblemsTogetherWithTheRightWord() throws IOException {
        ConfigReader.Loaded loaded = read("""
                publik-url: https://x.example
                http: {port: 70000}
                database: {url: "jdbc:mariadb://x/y"}
                sources:
                  - name: a
                    push: {key: k}
                  - name: a
                    pull: {endpoint: ftp://x, key: k, secret: s, every: soon}
                targets: [{name: own, lti: {root: https://x.example}}]
                """);
        assertThat(loaded.config()).isNull();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains(":1:1 (publik-url)").contains("did you mean \"public-url\"?"),
                        text -> assertThat(text).contains("http.port").contains("from 0 to 65535"),
                        text -> assertThat(text).contains("database.url").contains("jdbc:mysql:"),
                        text -> assertThat(text).contains("no secret-key"),
                        text -> assertThat(text).contains("no \"secret\""),
                        text -> assertThat(text).contains("the source \"a\" a second time"),
                        text -> assertThat(text)
                                .contains("sources[1].pull.endpoint")
                                .contains("http or https"),
                        text -> assertThat(text)
                                .contains("sources[1].pull.every")
                                .contains("length of time"),
                        text -> assertThat(text).contains("\"own\", which is always there"),
                        text -> assertThat(text).contains("no \"client-id\""),
                        text -> assertThat(text).contains("no \"deployment-id\""));
    }

    @Test
    void read_variableThatSetsNothingIsAProblemWithTheRightName() {
        ConfigReader.Loaded loaded = ConfigReader.read(null, Map.of("LAUREL_PUBLIC_ULR", "https://x.example"));
        assertThat(loaded.problems())
                .singleElement()
                .asString()
                .contains("LAUREL_PUBLIC_ULR")
                .contains("did you mean LAUREL_PUBLIC_URL?");
    }

    @Test
    void read_neverShowsASecret() throws IOException {
        ConfigReader.Loaded loaded =
                read("secret-key: c2hvcnQ=\nsources: [{name: a, push: {key: k, secret: [hush]}}]\n");
        assertThat(loaded.problems()).hasSize(2);
        assertThat(loaded.problems().toString()).doesNotContain("c2hvcnQ").doesNotContain("hush");
    }

    @Test
    void read_fileOfCommentsAloneIsTheDefault() throws IOException {
        assertThat(good(read("# public-url: https://x.example\n\n")).http().port())
                .isEqualTo(8080);
    }

    private ConfigReader.Loaded read(String yaml) throws IOException {
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, yaml);
        return ConfigReader.read(file, Map.of());
    }

    private static LaurelConfig good(ConfigReader.Loaded loaded) {
        assertThat(loaded.problems()).isEmpty();
        return Objects.requireNonNull(loaded.config());
    }
}
