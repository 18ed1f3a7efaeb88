package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Recipient;
import org.laurelbridge.bridge.issue.Refreshing;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.StatusLists;
import org.laurelbridge.bridge.issue.StatusPlace;
import org.laurelbridge.bridge.issue.StatusPlace.Purpose;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.bridge.issue.ob3.ProofCheck;
import org.laurelbridge.bridge.issue.ob3.StatusListWriter;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What strangers learn of an award after they have its credential: whether it still holds, and what is newest. */
class StatusListsTest extends WithIssuer {
    private static final UUID A = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID B = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final UUID C = UUID.fromString("33333333-3333-4333-8333-333333333333");
    private static final String MARCH = "2026-03-01T10:00:00Z";

    /** The bit of a credential, read as a stranger reads it. */
    private boolean isSet(JsonNode credential) {
        JsonNode status = credential.path("credentialStatus");
        assertThat(status.path("type").asString()).isEqualTo("BitstringStatusListEntry");
        String address = status.path("statusListCredential").asString();
        UUID list = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        String document = lists.find(list).orElseThrow();
        ObjectNode read = (ObjectNode) new JsonMapper().readTree(document);
        ObjectNode proof = (ObjectNode) read.path("proof").get(0);
        assertThat(new ProofCheck().fits(read, proof, keys.ed25519().publicKey()))
                .isTrue();
        assertThat(read.path("id").asString()).isEqualTo(address);
        JsonNode subject = read.path("credentialSubject");
        assertThat(subject.path("statusPurpose")).isEqualTo(status.path("statusPurpose"));
        int place = Integer.parseInt(status.path("statusListIndex").asString());
        byte[] bits = bits(subject.path("encodedList").asString());
        assertThat(bits).hasSize(131_072 / 8);
        return (bits[place / 8] & 0x80 >> place % 8) != 0;
    }

    private static byte[] bits(String encoded) {
        assertThat(encoded).startsWith("u");
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void aMinutePasses() {
        walk.turn(Duration.ofMinutes(1));
    }

    @OnEveryDatabase
    void suspended_andBack_isABitThatComesAndGoes() {
        walk.apply(mapping(1, "park"), badge("unsupported: suspend", "settle: {lose: 0s}"));
        walk.walk(scored(A, "0.9", MARCH));
        JsonNode credential = issued(walk.only().credential());

        assertThat(credential.path("credentialStatus").path("statusPurpose").asString())
                .isEqualTo("suspension");
        assertThat(isSet(credential)).isFalse();

        walk.walk(voids(B, A));
        aMinutePasses();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.SUSPENDED);
        assertThat(isSet(credential)).isTrue();

        walk.walk(scored(C, "0.9", "2026-03-01T10:30:00Z"));
        aMinutePasses();
        assertThat(isSet(credential)).isFalse();
        assertThat(issued(walk.only().credential()).path("credentialStatus"))
                .isEqualTo(credential.path("credentialStatus"));
    }

    @OnEveryDatabase
    void revoked_andEarnedAnew_staysRevoked_andIsRefreshedByTheNewOne() {
        walk.apply(mapping(1, "park"), badge("unsupported: revoke", "settle: {lose: 0s}"));
        walk.walk(scored(A, "0.9", MARCH));
        JsonNode first = issued(walk.only().credential());
        assertThat(first.path("credentialStatus").path("statusPurpose").asString())
                .isEqualTo("revocation");

        walk.walk(voids(B, A));
        aMinutePasses();
        assertThat(isSet(first)).isTrue();
        assertThat(refreshed(first).standing().kind()).isEqualTo(Standing.Kind.REVOKED);
        assertThat(credentials.listRevoked()).containsExactly(walk.only().credential());

        walk.walk(scored(C, "0.9", "2026-03-01T10:30:00Z"));
        aMinutePasses();
        JsonNode second = issued(walk.only().credential());
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(isSet(first)).isTrue();
        assertThat(isSet(second)).isFalse();
        assertThat(refreshed(first).credential()).isEqualTo(walk.only().credential());
        assertThat(credentials.listRevoked())
                .hasSize(1)
                .doesNotContain(walk.only().credential());
    }

    @OnEveryDatabase
    void renewed_isWhatTheFirstIsRefreshedBy() {
        walk.apply(
                mapping(1, "park"),
                badge("valid: {for: 1y}", "repeat: cycles", "renew: {opens: {before: 60d}, when: {completed: lab}}"));
        walk.walk(scored(A, "0.9", MARCH));
        JsonNode first = issued(walk.only().credential());

        walk.turn(Duration.ofDays(340));
        walk.walk(did(
                B,
                "https://lms.example/lab",
                "{\"completion\":true}",
                walk.clock.instant().toString()));
        assertThat(walk.all()).hasSize(2);

        assertThat(refreshed(first).credential()).isEqualTo(walk.all().get(1).credential());
        assertThat(isSet(first)).isFalse();
    }

    @OnEveryDatabase
    void renewed_whilePrivate_isNotShownToWhoeverSawTheFirst() {
        walk.apply(
                mapping(1, "park"),
                badge("valid: {for: 1y}", "repeat: cycles", "renew: {opens: {before: 60d}, when: {completed: lab}}"));
        walk.walk(scored(A, "0.9", MARCH));
        show(walk.only(), true);
        JsonNode first = issued(walk.only().credential());
        walk.turn(Duration.ofDays(340));
        walk.walk(did(
                B,
                "https://lms.example/lab",
                "{\"completion\":true}",
                walk.clock.instant().toString()));
        Award renewal = walk.all().get(1);

        assertThat(refreshed(first).credential()).isEqualTo(walk.all().get(0).credential());
        show(renewal, true);
        assertThat(refreshed(first).credential()).isEqualTo(renewal.credential());
    }

    @OnEveryDatabase
    void madePrivate_isSignedAnewWithAnotherRefreshAddress() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(A, "0.9", MARCH));
        AwardId id = walk.only().credential();
        show(walk.only(), true);
        JsonNode seen = issued(id);

        show(walk.only(), false);

        assertThat(places.findRefreshed(refresh(seen))).isEmpty();
        assertThat(credentials.find(id)).isEmpty();
        JsonNode own = issued(id);
        assertThat(refreshed(own).credential()).isEqualTo(id);
        assertThat(own.path("credentialStatus")).isEqualTo(seen.path("credentialStatus"));
    }

    private void show(Award award, boolean isPublic) {
        assertThat(new Showing(walk.awards, walk.clock).show(award, isPublic)).isTrue();
    }

    private Earned refreshed(JsonNode credential) {
        JsonNode service = credential.path("refreshService");
        assertThat(service.path("type").asString()).isEqualTo("1EdTechCredentialRefresh");
        return new Refreshing(places, walk.awards, earnings)
                .find(refresh(credential))
                .orElseThrow();
    }

    private static UUID refresh(JsonNode credential) {
        String address = credential.path("refreshService").path("id").asString();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    @OnEveryDatabase
    void superseded_standsOrFalls_withTheOneInItsPlace() {
        PersonId twin =
                walk.people.add("Ada B", List.of(new Identifier("email", "", "b@example.org")), walk.clock.instant());
        walk.apply(mapping(1, "park"), badge("unsupported: revoke", "settle: {lose: 0s}"));
        walk.walk(
                scored(A, "0.9", MARCH),
                scored(B, "0.9", "2026-03-01T11:00:00Z").replace("ada@example.org", "b@example.org"));
        JsonNode later = issued(walk.all().get(1).credential());
        PersonId ada = walk.all().get(0).person();
        walk.people.merge(ada, twin, "test", walk.clock.instant());
        walk.settle();
        assertThat(walk.all()).extracting(Award::status).contains(AwardStatus.SUPERSEDED);
        assertThat(isSet(later)).isFalse();

        walk.walk(voids(C, A), voids(UUID.randomUUID(), B));
        aMinutePasses();

        assertThat(isSet(later)).isTrue();
        assertThat(revoked()).hasSize(2);
    }

    @OnEveryDatabase
    void superseded_isStillThatOfTheAccountWhichEarnedIt() {
        PersonId twin =
                walk.people.add("Ada B", List.of(new Identifier("email", "", "b@example.org")), walk.clock.instant());
        walk.apply(mapping(1, "park"), badge());
        walk.walk(
                scored(A, "0.9", MARCH),
                scored(B, "0.9", "2026-03-01T11:00:00Z").replace("ada@example.org", "b@example.org"));
        UUID later = walk.all().get(1).credential().value();
        Recipient before = earnings.find(later).orElseThrow().recipient();

        walk.people.merge(walk.all().get(0).person(), twin, "test", walk.clock.instant());
        walk.settle();

        PersonId unnamed = walk.people.add(
                null, List.of(new Identifier("username", "https://lms.example", "c")), walk.clock.instant());
        walk.people.merge(walk.all().get(0).person(), unnamed, "test", walk.clock.instant());

        assertThat(walk.people.findAlone(unnamed.value()).orElseThrow().email()).isEmpty();
        assertThat(before.email()).isEqualTo("b@example.org");
        assertThat(earnings.find(later).orElseThrow().recipient()).isEqualTo(before);
    }

    /** What the list of Open Badges 2.0 names. */
    private JsonNode revoked() {
        String list = new RevocationList(credentials, earnings, identity, walk.clock).get();
        return new JsonMapper().readTree(list).path("revokedAssertions");
    }

    @OnEveryDatabase
    void revocationList_isRemembered_andWrittenAnewWhenItIsAsOldAsItMayBe() {
        walk.apply(mapping(1, "park"), badge("unsupported: revoke", "settle: {lose: 0s}"));
        walk.walk(scored(A, "0.9", MARCH));
        issued(walk.only().credential());
        RevocationList list = new RevocationList(credentials, earnings, identity, walk.clock);
        String first = list.get();
        walk.walk(voids(B, A));
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);

        walk.turn(RevocationList.FRESH.minusMillis(1));
        assertThat(list.get()).isEqualTo(first);
        walk.turn(Duration.ofMillis(1));
        assertThat(list.get()).isNotEqualTo(first);
    }

    @OnEveryDatabase
    void list_askedForByManyAtOnce_isWrittenOnce() throws InterruptedException {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(A, "0.9", MARCH));
        issued(walk.only().credential());
        UUID list = places.place(walk.only().credential(), Purpose.REVOCATION, Instant.EPOCH)
                .list();

        CountDownLatch asking = new CountDownLatch(4);
        StatusLists counted = mock(StatusLists.class, invocation -> {
            asking.await();
            return places.find(list);
        });
        StatusListWriter writer = new StatusListWriter(counted, earnings, identity, walk.clock);

        ExecutorService four = Executors.newFixedThreadPool(4);
        four.invokeAll(Collections.nCopies(4, () -> {
            asking.countDown();
            return writer.find(list);
        }));
        four.shutdown();

        verify(counted, times(1)).find(list);
    }

    @OnEveryDatabase
    void places_takenAtOnce_areEachTheirOwn_andStay(Database database) {
        List<StatusPlace> taken = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> places.place(new AwardId(new UUID(7, i)), Purpose.REVOCATION, Instant.EPOCH))
                .toList();

        Set<String> distinct = new HashSet<>();
        taken.forEach(place -> distinct.add(place.list() + "/" + place.place()));
        assertThat(distinct).hasSize(400);
        assertThat(taken.stream().mapToInt(StatusPlace::place).max().orElseThrow())
                .isGreaterThan(100_000);
        assertThat(places.place(new AwardId(new UUID(7, 3)), Purpose.SUSPENSION, Instant.EPOCH))
                .isEqualTo(taken.get(3));
        assertThat(places.find(UUID.randomUUID())).isEmpty();
        assertThat(places.findRefreshed(taken.get(3).refresh())).contains(new AwardId(new UUID(7, 3)));
    }

    @OnEveryDatabase
    void list_isSignedAnew_whenItIsAsOldAsItMayBe() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(A, "0.9", MARCH));
        issued(walk.only().credential());
        UUID list = places.place(walk.only().credential(), Purpose.REVOCATION, Instant.EPOCH)
                .list();
        String first = lists.find(list).orElseThrow();

        walk.turn(StatusListWriter.FRESH.minusMillis(1));
        assertThat(lists.find(list)).contains(first);
        walk.turn(Duration.ofMillis(1));
        assertThat(lists.find(list)).isPresent().get().isNotEqualTo(first);
    }
}
