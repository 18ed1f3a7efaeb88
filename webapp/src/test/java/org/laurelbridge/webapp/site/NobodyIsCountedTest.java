package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.webapp.RawHttp;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;

/**
 * Whoever may not see somebody cannot learn that they are here: every address that an id can stand in answers them the same, whether
 * the id is an award's, a person's or an account's, or nobody's. The addresses are those of the routes, whichever there are.
 */
class NobodyIsCountedTest {
    private static final Instant SOON = Instant.now().plus(Duration.ofHours(12));

    @TempDir
    private Path folder;

    private final Map<String, String> visitors = new LinkedHashMap<>(Map.of("nobody", ""));
    private Bridge bridge;
    private Site site;
    private PersonId ada;
    private UUID account;
    private UUID award;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, """
                public-url: http://127.0.0.1
                http: {host: 127.0.0.1, port: 0}
                data: %s
                limits: {requests: {from-address: 0, of-person: 0}}
                """.formatted(folder.resolve("data")));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()), InstantSource.system());
        bridge.rules().apply(List.of(new RuleText("quiz.yaml", """
                {brl: 1, kind: badge, id: quiz, version: 1, title: Q, settle: {gain: 0s}, when: {member: {cohort: one}}}
                """)));
        bridge.start();
        site = Site.open(bridge);
        ada = person("ada@example.org");
        account = account("ada", Role.LEARNER, ada);
        visitors.remove("ada");
        account("another learner", Role.LEARNER, person("bob@example.org"));
        account("an instructor", Role.INSTRUCTOR, null);
        bridge.attesting().say(ada, new Attesting.Saying(Topic.MEMBER, "one", "", "", "lms", null, null));
        award = given();
    }

    private PersonId person(String email) {
        return bridge.stores()
                .people()
                .add(
                        email,
                        List.of(new Identifier("email", "", email)),
                        bridge.clock().instant());
    }

    private UUID account(String name, Role role, PersonId learner) {
        Instant now = bridge.clock().instant();
        Account made = Account.made(name, null, Set.of(role), learner);
        bridge.stores().accounts().add(made, new Login("test", "", name), now);
        String session = bridge.stores().sessions().begin(new Holder(Kind.ACCOUNT, made.id()), now, SOON);
        visitors.put(name, "laurel=" + session);
        return made.id();
    }

    private UUID given() {
        for (int i = 0; i < 3_000; i++) {
            Optional<UUID> found = bridge.awards().list("quiz", ada, null, 1).stream()
                    .filter(one ->
                            bridge.stores().credentials().find(one.credential()).isPresent())
                    .map(one -> one.id().value())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("no award was given");
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
    }

    @Test
    void whatIsThere_andWhatIsNot_lookTheSameToOthers() {
        Map<String, String> different = new TreeMap<>();
        Map<String, UUID> there = Map.of("award", award, "person", ada.value(), "account", account);
        int asked = 0;
        for (Map.Entry<String, String> who : visitors.entrySet()) {
            for (String pattern : patterns()) {
                for (Map.Entry<String, UUID> one : there.entrySet()) {
                    String known = seen(pattern, one.getValue(), who.getValue());
                    if (!known.equals(seen(pattern, UUID.randomUUID(), who.getValue()))) {
                        different.put(who.getKey() + " " + pattern + " " + one.getKey(), known);
                    }
                    asked++;
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(asked).isGreaterThan(300);
    }

    /** Each asks for an id, where {@code ID} stands; by POST when it says so. */
    private List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        for (Route route : new Routes(bridge, Site.sessions(bridge), new Pages()).list()) {
            route.paths().stream().flatMap(NobodyIsCountedTest::patterns).forEach(pattern -> {
                patterns.add(pattern);
                if (route.methods().contains("POST")) {
                    patterns.add("POST " + pattern);
                }
            });
        }
        return patterns;
    }

    private static Stream<String> patterns(String path) {
        if (!path.endsWith("/*")) {
            return Stream.of(path + "?person=ID&award=ID&account=ID&id=ID");
        }
        String folder = path.replace("*", "");
        return path.startsWith("/awards")
                ? Stream.of(AwardForm.values()).map(form -> folder + "ID/" + form.file())
                : Stream.of("ID", "ID/data.zip", "ID/erase", "ID/sharing", "people/ID")
                        .map(id -> folder + id);
    }

    /** All that somebody sees of an answer, without the id that they asked for. */
    private String seen(String pattern, UUID id, String cookie) {
        String path = pattern.replace("POST ", "").replace("ID", id.toString());
        RawHttp.Answer answer = RawHttp.send(
                site.address().getPort(),
                (pattern.startsWith("POST ") ? "POST " : "GET ") + path + " HTTP/1.1",
                "Host: x",
                "Accept: text/html",
                "Content-Length: 0",
                "Cookie: " + cookie);
        return answer.text()
                .replaceAll("(?im)^(date|set-cookie): .*", "")
                .replace(id.toString(), "ID")
                .replaceAll("(csrf|token)\" value=\"[^\"]+", "");
    }
}
