package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements.Told;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.deliver.webhook.Webhook;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import tools.jackson.databind.JsonNode;

/** What webhooks are told, and that nothing is lost, told twice under two ids, or out of order. */
class WebhookTest extends WithWebhook {

    @OnEveryDatabase
    void anAward_isToldWithIdsAddressesAndTimesAlone() {
        earn();
        deliver();

        Award award = walk.only();
        Request request = came.get(0);
        JsonNode message = message(request);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(isSigned(request)).isTrue();
        assertThat(request.header("webhook-timestamp"))
                .isEqualTo(Long.toString(walk.clock.instant().getEpochSecond()));
        assertThat(message.toString()).isEqualTo("""
                {"type":"award.issued","timestamp":"2026-03-01T12:00:00Z","data":{"award":"%1$s","sequence":1,\
                "badge":"quiz","version":1,"person":"%2$s","cycle":1,"revision":1,"earnedAt":"2026-03-01T10:00:00Z",\
                "expiresAt":null,"address":"https://badges.example.edu/awards/%1$s",\
                "api":"https://badges.example.edu/api/v1/awards/%1$s"}}""".formatted(award.id(), award.person()));
        assertThat(states()).containsExactly(Map.entry("webhook:portal", State.DELIVERED));
    }

    @OnEveryDatabase
    void anAward_isNotThereWithoutItsAnnouncement(Database database) {
        database.change(handle -> handle.execute("alter table announcement rename to away"));
        try {
            earn();

            assertThat(walk.awards.listTroubles()).hasSize(1);
            assertThat(walk.all()).isEmpty();
            assertThat(walk.count("delivery")).isZero();
        } finally {
            database.change(handle -> handle.execute("alter table away rename to announcement"));
        }
        walk.turn(Duration.ofHours(1));

        assertThat(walk.all()).hasSize(1);
        assertThat(walk.count("announcement")).isEqualTo(1);
    }

    @OnEveryDatabase
    void whatNobodyIsToldOf_isNotWritten() {
        tell(Reach.TRIAL, hook("portal", EnumSet.of(What.REVOKED)));

        earn();

        assertThat(walk.all()).hasSize(1);
        assertThat(walk.count("announcement")).isZero();
    }

    @OnEveryDatabase
    void everyTurnOfAnAward_isToldInItsOrder() {
        earn();
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        lose();
        verdicts.restore(walk.only(), "it was a mistake of the LMS");
        verdicts.revoke(walk.only(), "it was not");
        deliverInTime(Duration.ofSeconds(3), 5);

        assertThat(types()).containsExactly("award.issued", "award.review", "award.reinstated", "award.revoked");
        assertThat(came)
                .extracting(request -> message(request).at("/data/sequence").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(new HashSet<>(ids())).hasSize(4);
        assertThat(came).allMatch(WithWebhook::isSigned);
    }

    @OnEveryDatabase
    void aReceiverThatIsDown_isAskedAgainUnderTheSameIdAndTheNextWaits() {
        answerAll(503, 2);
        answers.add(Response.silent(Ending.RESET));
        earn();
        deliver();
        lose();
        deliverInTime(Duration.ofSeconds(10), 20);

        assertThat(types())
                .containsExactly("award.issued", "award.issued", "award.issued", "award.issued", "award.review");
        assertThat(new HashSet<>(ids().subList(0, 4))).hasSize(1);
        assertThat(states()).extracting(Map.Entry::getValue).containsOnly(State.DELIVERED);
    }

    @OnEveryDatabase
    void aReceiverThatStaysDown_isAskedForADayWithGrowingPauses() {
        answerAll(500, 100);
        Instant start = walk.clock.instant();
        earn();
        List<Duration> after = new ArrayList<>();
        for (Instant end = start.plus(Duration.ofDays(3)); walk.clock.instant().isBefore(end); ) {
            int before = came.size();
            deliver();
            if (came.size() > before) {
                after.add(Duration.between(start, walk.clock.instant()));
            }
            walk.clock.turn(Duration.ofSeconds(came.size() < 10 ? 1 : 60));
        }

        assertThat(after).hasSizeBetween(15, 30);
        assertThat(after.get(1)).isLessThan(Duration.ofMinutes(1));
        assertThat(after.get(after.size() - 1)).isBetween(Duration.ofHours(24), Duration.ofHours(28));
        assertThat(new HashSet<>(ids())).hasSize(1);
        assertThat(states()).containsExactly(Map.entry("webhook:portal", State.STUCK));

        answers.clear();
        outbox.sendAllAgain(walk.clock.instant());
        deliver();

        assertThat(new HashSet<>(ids())).hasSize(1);
        assertThat(states()).containsExactly(Map.entry("webhook:portal", State.DELIVERED));
    }

    @OnEveryDatabase
    void gone_stopsUntilSomebodyReplays() {
        answerAll(410, 1);
        earn();
        deliver();
        lose();
        deliverInTime(Duration.ofMinutes(5), 3);

        assertThat(came).hasSize(1);
        assertThat(announcements.goneAt("webhook:portal")).isPresent();
        assertThat(told()).extracting(Told::state).containsExactly(State.STUCK, null);

        assertThat(announcements.replay(webhook.subscriber(), Instant.EPOCH, walk.clock.instant()))
                .isEqualTo(2);
        deliverInTime(Duration.ofSeconds(5), 3);

        assertThat(announcements.goneAt("webhook:portal")).isEmpty();
        assertThat(types()).containsExactly("award.issued", "award.issued", "award.review");
        assertThat(ids().get(1)).isEqualTo(ids().get(0));
    }

    @OnEveryDatabase
    void gone_isOverToo_whenAnAdministratorSendsAgain() {
        answerAll(410, 1);
        earn();
        deliver();

        long stuck = outbox.list(State.STUCK, null, 1).get(0).id();
        assertThat(outbox.sendAgain(stuck, walk.clock.instant())).isTrue();
        deliver();

        assertThat(types()).containsExactly("award.issued", "award.issued");
        assertThat(announcements.goneAt("webhook:portal")).isEmpty();
    }

    @OnEveryDatabase
    void aRedirect_isNotFollowed() {
        answers.add(said(307).with("Location", "/elsewhere"));
        earn();
        deliver();

        assertThat(came).hasSize(1);
        Outbox.Listed delivery = outbox.list(null, null, 10).stream()
                .filter(one -> one.target().equals("webhook:portal"))
                .findFirst()
                .orElseThrow();
        assertThat(delivery.state()).isEqualTo(State.DUE);
        assertThat(delivery.trouble()).isEqualTo("answered 307: redirects are not followed");
    }

    @OnEveryDatabase
    void aPrivateAddress_isNotAsked() {
        tell(new Reach(true, address -> false), webhook);
        earn();
        deliver();

        assertThat(came).isEmpty();
        assertThat(told()).extracting(Told::state).containsExactly(State.STUCK);
        assertThat(told().get(0).trouble()).contains("private address");
    }

    @OnEveryDatabase
    void plainHttp_isNotSpokenOutsideATrial() {
        tell(Reach.PUBLIC, webhook);
        earn();
        deliver();

        assertThat(came).isEmpty();
        assertThat(told().get(0).trouble()).contains("not https");
    }

    @OnEveryDatabase
    void replay_tellsOneAgain_orWhatWasAnnouncedBeforeSomebodyListened() {
        earn();
        deliver();
        Webhook late = hook("late", EnumSet.of(What.ISSUED));
        tell(Reach.TRIAL, webhook, late);
        lose();
        UUID issued = told().get(0).announcement().id();

        assertThat(announcements.replay(webhook.subscriber(), issued, walk.clock.instant()))
                .isTrue();
        assertThat(announcements.replay(webhook.subscriber(), UUID.randomUUID(), walk.clock.instant()))
                .isFalse();
        assertThat(announcements.replay(late.subscriber(), Instant.EPOCH, walk.clock.instant()))
                .isEqualTo(1);
        deliverInTime(Duration.ofSeconds(5), 3);

        assertThat(came)
                .extracting(
                        Request::path, request -> message(request).get("type").asString())
                .containsExactlyInAnyOrder(
                        tuple("/portal", "award.issued"),
                        tuple("/portal", "award.issued"),
                        tuple("/late", "award.issued"),
                        tuple("/portal", "award.review"));
        assertThat(types().indexOf("award.review")).isGreaterThan(1);
    }

    @OnEveryDatabase
    void anEnd_isToldOnce_beforeAndWhenItComes() {
        rule("valid: {for: 90d}", "remind: [60d, 7d]");
        earn();
        for (int day = 0; day < 100; day++) {
            walk.turn(Duration.ofDays(1));
            deliver();
        }

        assertThat(types()).containsExactly("award.issued", "award.expiring", "award.expiring", "award.expired");
        assertThat(message(came.get(1)).at("/data/expiresAt").asString()).isEqualTo("2026-05-30T10:00:00Z");
    }

    @OnEveryDatabase
    void whatPeopleHaveToSay_isToldToo() {
        rule("award: approve");
        earn();
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        verdicts.approve(walk.only(), "well done");
        walk.settle();
        deliverInTime(Duration.ofSeconds(5), 4);

        assertThat(types()).containsExactly("award.approval", "award.approved", "award.issued");
        assertThat(Set.copyOf(ids())).hasSize(3);
    }
}
