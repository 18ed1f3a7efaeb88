package org.laurelbridge.bridge;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.Awarder;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.GradeOrders;
import org.laurelbridge.bridge.award.Reevaluation;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.backpack.OwnBadges;
import org.laurelbridge.bridge.backpack.Receiving;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Issuer;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Refreshing;
import org.laurelbridge.bridge.issue.Salts;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.form.Stacks;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.bridge.issue.ob3.Ob3Signer;
import org.laurelbridge.bridge.issue.ob3.StatusListWriter;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.issue.picture.Letters;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.map.Mapper;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.subject.Retention;
import org.laurelbridge.bridge.verify.own.OwnAddresses;
import org.laurelbridge.bridge.verify.own.OwnAwards;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/**
 * The whole way of a statement, wired: listen, record, map, award, issue, deliver. Each stage is a worker that is nudged by the one
 * before it and looks for itself now and then, since work also comes from other nodes and with time.
 */
public final class Bridge implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMillis(500);

    private final LaurelConfig config;
    private final Stores stores;
    private final InstantSource clock;
    private final RuleBook rules;
    private final AwardIds ids;
    private final GradeOrders orders;
    private final IssuerIdentity issuer;
    private final Earnings earnings;
    private final Achievements achievements;
    private final StatusListWriter statusLists;
    private final RevocationList revoked;
    private final BadgePictures pictures;
    private final Verifying verifying;
    private final Lti lti;
    private final Backpacking backpacking;
    private final ToolKey toolKey;
    private final Delivering delivering;
    private final Telling telling;
    private final Rostering rostering;
    private final DataSubjects dataSubjects;
    private final Mapper mapper;
    private final Recorder recorder;
    private final Pulling pulling;
    private final Connecting connecting;
    private final Background background;
    private final Workers workers = new Workers();

    private Bridge(LaurelConfig config, Stores stores, Reach reach, InstantSource clock) {
        this.config = config;
        this.stores = stores;
        this.clock = clock;
        byte[] installation = stores.secrets().getOrMake("installation", Bridge::random);
        Addresses addresses = new Addresses(config.publicUrl());
        connecting = new Connecting(config, stores, workers, clock);
        rules = new RuleBook(stores.documents(), clock, () -> connecting().names());
        ids = new AwardIds(installation);
        pulling = new Pulling(config.sources());
        orders = new GradeOrders(addresses::award, connecting::told);
        achievements = new AlignedMeanings(new Meanings(stores.documents(), rules), stores.frameworks());
        issuer = new IssuerIdentity(config.issuer(), stores.keys(), addresses);
        earnings = new Earnings(
                stores.awards(),
                stores.people(),
                achievements,
                stores.recipients(ids),
                new Salts(installation),
                stores.sharing()::find);
        revoked = new RevocationList(stores.credentials(), earnings, issuer, clock);
        statusLists = new StatusListWriter(stores.statusLists(), earnings, issuer, clock);
        pictures = new BadgePictures(stores.pictures(), Letters.load());
        verifying = Verifying.open(
                issuer,
                new OwnAddresses(
                        issuer,
                        achievements,
                        revoked,
                        statusLists,
                        new OwnAwards(
                                addresses,
                                stores.awards(),
                                earnings,
                                stores.credentials(),
                                stores.sharing(),
                                (earned, form) -> files().find(earned, form)),
                        credential -> dataSubjects().withdrawn().why(credential)),
                reach,
                clock);
        lti = Lti.open(config, stores, badge -> rules.current().find(badge).isPresent(), reach, clock);
        backpacking = Backpacking.of(stores, earnings, issuer, verifying.fetcher(), clock);
        toolKey = new ToolKey(stores.secrets());
        delivering = new Delivering(config, stores, pulling, lti, this::title, backpacking);
        telling = Telling.of(
                config, stores, reach, new Mailing.World(new MailedBadges(achievements, rules), this::teaching), clock);
        rostering = new Rostering(config, stores, lti, attesting(), clock);
        dataSubjects = DataSubjects.of(config, stores, rules, earnings, this::files, clock);
        background = Background.of(stores, clock);
        mapper = new Mapper(stores.facts(), rules, clock);
        recorder = new Recorder(
                stores.statements(),
                (source, authority) -> rules.current().mapping().voidReach(source, authority),
                clock,
                config.database().isEmbedded() ? 1 : 2);
    }

    private String title(String badge) {
        return rules.current().find(badge).map(known -> known.title()).orElse(badge);
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Opens the database and wires the stages; nothing runs yet. */
    public static Bridge open(LaurelConfig config, InstantSource clock) {
        return open(config, Reach.PUBLIC, clock);
    }

    /** The same, but strangers' addresses may be those of this machine, too: for tests. */
    public static Bridge open(LaurelConfig config, Reach reach, InstantSource clock) {
        Stores stores = Stores.open(config, clock);
        try {
            return new Bridge(config, stores, reach, clock);
        } catch (RuntimeException failure) {
            stores.close();
            throw failure;
        }
    }

    /** Starts the stages after the record, and the polling of LRSs. */
    public void start() {
        startWithoutPulling();
        rostering.start(workers);
        Offering.of(config, stores, rules, clock).start(workers);
        connecting.start(pulling, intake());
    }

    /** Starts the stages after the record alone: for a command that brings statements itself. */
    public void startWithoutPulling() {
        delivering.start(workers, clock, config.database().isEmbedded());
        telling.start(workers, delivering::outbox);
        Issuer issuing = new Issuer(
                stores.credentials(),
                earnings,
                new Ob3Signer(issuer, stores.endorsements()),
                Issuer.Places.in(stores.statusLists(), issuer),
                clock);
        workers.start("issue", issuing::issueDue, IDLE);
        workers.start("award", awarder()::awardDue, IDLE);
        workers.start("map", this::map, IDLE);
        dataSubjects.start(workers);
    }

    private Awarder awarder() {
        return new Awarder(stores.awards(), rules, ids, orders, clock);
    }

    private int map() {
        recorder.giveWay();
        return mapper.mapDue();
    }

    /** Where listeners hand over what they heard. */
    public Intake intake() {
        return submission -> {
            Receipt receipt = recorder.accept(submission);
            workers.nudge("map");
            return receipt;
        };
    }

    public LaurelConfig config() {
        return config;
    }

    public Stores stores() {
        return stores;
    }

    public RuleBook rules() {
        return rules;
    }

    public Mapper mapper() {
        return mapper;
    }

    public Awards awards() {
        return stores.awards();
    }

    public Attesting attesting() {
        return new Attesting(stores.attestations(), stores.awards(), rules, clock);
    }

    public Explanations explanations() {
        Duration kept = config.retention().period(Retention.What.STATEMENTS).orElse(null);
        return new Explanations(stores.awards(), rules, clock, kept);
    }

    public Planner planner() {
        return new Planner(rules, stores.plans(), stores.evidence(), stores.facts(), clock);
    }

    public Verdicts verdicts() {
        return new Verdicts(stores.awards(), rules, orders, clock);
    }

    public Reevaluation reevaluation() {
        return new Reevaluation(stores.reevaluations(), awarder(), rules, clock);
    }

    public IssuerIdentity issuer() {
        return issuer;
    }

    public Earnings earnings() {
        return earnings;
    }

    /** One for all who ask: it remembers for a while what it signed. */
    public StatusListWriter statusLists() {
        return statusLists;
    }

    /** One for all who ask: it remembers for a while. */
    public RevocationList revoked() {
        return revoked;
    }

    public Refreshing refreshing() {
        return new Refreshing(stores.statusLists(), stores.awards(), earnings);
    }

    /** One for all who ask: it remembers for a while what it drew. */
    public BadgePictures pictures() {
        return pictures;
    }

    /** Every form in which badges are taken away. */
    public AwardFiles files() {
        Stacks stacks = new Stacks(stores.awards(), stores.credentials(), earnings, this::parts, issuer, clock);
        return new AwardFiles(stores.credentials(), issuer, pictures, stacks);
    }

    private List<String> parts(Achievement achievement) {
        return rules.current().find(achievement.badge(), achievement.version()).stream()
                .flatMap(badge -> badge.attestedSubjects().stream())
                .filter(subject -> subject.topic() == Topic.HOLDS)
                .map(Subject::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a stranger's badge is worth. */
    public Verifying verifying() {
        return verifying;
    }

    /** Laurel as a tool of learning platforms. */
    public Lti lti() {
        return lti;
    }

    /** Who may come in, as administrators manage it. */
    public Entrance entrance() {
        return Entrance.of(lti, stores, config, clock);
    }

    /** What instructors see of their classes. */
    public Teaching teaching() {
        return Teaching.of(config, stores, lti, rules, clock);
    }

    /** Takes the badges of other issuers that applications bring for learners. */
    public Receiving receiving() {
        OwnBadges own = new OwnBadges(issuer, stores.awards(), stores.people(), earnings);
        return new Receiving(stores.backpack(), own, clock);
    }

    /** The id of a person's profile for one application. */
    public UUID profile(PersonId person, UUID application) {
        return ids.profile(person, application);
    }

    /** Who is in which course of the LMSs. */
    public Courses courses() {
        return rostering.courses();
    }

    /** How what is set up comes from one installation to another. */
    public MovingSetups moving() {
        return MovingSetups.of(this);
    }

    /** All sources, and how another is connected. */
    public Connecting connecting() {
        return connecting;
    }

    public Achievements achievements() {
        return achievements;
    }

    public ToolKey toolKey() {
        return toolKey;
    }

    public Outbox outbox() {
        return delivering.outbox(Lane.CONFIGURED);
    }

    /** Learners' backpacks. */
    public Backpacking backpacking() {
        return backpacking;
    }

    /** Those who are told what happens. */
    public Telling telling() {
        return telling;
    }

    /** The rights of those whose data is kept. */
    public DataSubjects dataSubjects() {
        return dataSubjects;
    }

    /** What takes longer than a page may. */
    public Background background() {
        return background;
    }

    public InstantSource clock() {
        return clock;
    }

    /** The names of the workers that fail now; empty when all is well. */
    public List<String> failing() {
        return workers.failing();
    }

    /** Lets every round that is under way end; what is not done stays where it was. */
    @Override
    public void close() {
        List<AutoCloseable> parts = new ArrayList<>(List.of(
                background, workers, connecting, dataSubjects.retaining(), recorder, verifying, lti, telling, stores));
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception failure) {
                throw new IllegalStateException("the bridge did not close", failure);
            }
        }
    }
}
