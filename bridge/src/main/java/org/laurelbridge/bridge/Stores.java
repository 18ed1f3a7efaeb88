package org.laurelbridge.bridge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.BrowserSessions;
import org.laurelbridge.bridge.account.Passwords;
import org.laurelbridge.bridge.account.SignInTries;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.award.Attestations;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Recipients;
import org.laurelbridge.bridge.award.Reevaluations;
import org.laurelbridge.bridge.award.plan.Evidence;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.ToldProfiles;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.KeptEndorsements;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.StatusLists;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.listen.Positions;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.listen.pull.Leases;
import org.laurelbridge.bridge.map.FactLog;
import org.laurelbridge.bridge.map.RuleDocuments;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.secret.AccessTokens;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.bridge.secret.Resealing;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.secret.SecretKeyFile;
import org.laurelbridge.bridge.secret.Secrets;
import org.laurelbridge.bridge.send.Backpacks;
import org.laurelbridge.bridge.send.Hosts;
import org.laurelbridge.bridge.send.Passes;
import org.laurelbridge.bridge.store.AccessTokenStore;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.AttestationStore;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.AwardStore;
import org.laurelbridge.bridge.store.BackpackGrantStore;
import org.laurelbridge.bridge.store.BackpackHostStore;
import org.laurelbridge.bridge.store.BackpackPlaceStore;
import org.laurelbridge.bridge.store.BackpackStore;
import org.laurelbridge.bridge.store.BrowserSessionStore;
import org.laurelbridge.bridge.store.ClientStore;
import org.laurelbridge.bridge.store.CredentialStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.DeliveryStore;
import org.laurelbridge.bridge.store.EndorsementStore;
import org.laurelbridge.bridge.store.ErasureStore;
import org.laurelbridge.bridge.store.EvidenceStore;
import org.laurelbridge.bridge.store.FactStore;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.bridge.store.FrameworkStore;
import org.laurelbridge.bridge.store.GrantStore;
import org.laurelbridge.bridge.store.KeptMoodleStore;
import org.laurelbridge.bridge.store.KeptSourceStore;
import org.laurelbridge.bridge.store.KeyStore;
import org.laurelbridge.bridge.store.LeaseStore;
import org.laurelbridge.bridge.store.LineItemStore;
import org.laurelbridge.bridge.store.MatchTryStore;
import org.laurelbridge.bridge.store.OwnGradeStore;
import org.laurelbridge.bridge.store.PasswordStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.PictureStore;
import org.laurelbridge.bridge.store.PlainInserts;
import org.laurelbridge.bridge.store.PlanStore;
import org.laurelbridge.bridge.store.PositionStore;
import org.laurelbridge.bridge.store.RecipientStore;
import org.laurelbridge.bridge.store.ReevaluationStore;
import org.laurelbridge.bridge.store.ResealingStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.SecretStore;
import org.laurelbridge.bridge.store.SeededHistory;
import org.laurelbridge.bridge.store.SeededStatements;
import org.laurelbridge.bridge.store.SeededTroubles;
import org.laurelbridge.bridge.store.SharingStore;
import org.laurelbridge.bridge.store.SignInTryStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.StatusStore;
import org.laurelbridge.bridge.store.ToldProfileStore;
import org.laurelbridge.bridge.subject.Erasures;
import org.laurelbridge.bridge.verify.MatchTries;

/** What is kept, port by port, in one database. */
public final class Stores implements AutoCloseable {
    private final Database database;
    private final SecretBox box;
    private final Secrets secrets;
    private final InstantSource clock;

    private Stores(Database database, SecretBox box, InstantSource clock) {
        this.database = database;
        this.box = box;
        this.secrets = new SecretStore(database, box);
        this.clock = clock;
    }

    /** Opens the configured database, with its schema brought up to date. */
    public static Stores open(LaurelConfig config, InstantSource clock) {
        SecretBox box = new SecretBox(secretKey(config), oldSecretKey(config));
        LaurelConfig.Storage storage = config.database();
        Database database = Database.open(storage.url(), storage.user(), storage.password());
        return new Stores(database, box, clock);
    }

    private static byte[] secretKey(LaurelConfig config) {
        Path file = config.data().resolve("secret-key");
        return config.secretKey() == null
                ? SecretKeyFile.getOrMake(file)
                : Base64.getDecoder().decode(config.secretKey());
    }

    private static byte @Nullable [] oldSecretKey(LaurelConfig config) {
        return config.oldSecretKey() == null ? null : Base64.getDecoder().decode(config.oldSecretKey());
    }

    /** Seals all secrets under another key. */
    public Resealing resealing() {
        return new ResealingStore(database, box);
    }

    Database database() {
        return database;
    }

    /** Who was erased, and who is being. */
    public Erasures erasures() {
        return new ErasureStore(database, box, erasing());
    }

    /** The secret under which it is known who was erased. */
    private byte[] erasing() {
        return secrets.getOrMake("erasing", () -> new RandomText().next().getBytes(StandardCharsets.US_ASCII));
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Who changed what. */
    public Audit audit() {
        return new AuditStore(database, clock);
    }

    public AccessTokens tokens() {
        return new AccessTokenStore(database);
    }

    public Accounts accounts() {
        return new AccountStore(database);
    }

    public Passwords passwords() {
        return new PasswordStore(database);
    }

    public SignInTries signInTries() {
        return new SignInTryStore(database);
    }

    public BrowserSessions sessions() {
        return new BrowserSessionStore(database);
    }

    public Positions positions() {
        return new PositionStore(database);
    }

    public KeptSources sources() {
        return new KeptSourceStore(database, box);
    }

    public KeptMoodles moodles() {
        return new KeptMoodleStore(database, box);
    }

    Leases leases() {
        return new LeaseStore(database);
    }

    public StatementLog statements() {
        return new StatementStore(database, erasing());
    }

    public People people() {
        return new PeopleStore(database);
    }

    public RuleDocuments documents() {
        return new RuleDocumentStore(database);
    }

    public FactLog facts() {
        return new FactStore(database);
    }

    Attestations attestations() {
        return new AttestationStore(database);
    }

    public Awards awards() {
        return new AwardStore(database);
    }

    Reevaluations reevaluations() {
        return new ReevaluationStore(database);
    }

    public Plans plans() {
        return new PlanStore(database);
    }

    Evidence evidence() {
        return new EvidenceStore(database);
    }

    public Credentials credentials() {
        return new CredentialStore(database);
    }

    public StatusLists statusLists() {
        return new StatusStore(database);
    }

    public KeptEndorsements endorsements() {
        return new EndorsementStore(database);
    }

    /** The keys that badges are signed with. */
    public KeyRing keys() {
        return KeyRing.open(new KeyStore(database), secrets, clock);
    }

    public Pictures pictures() {
        return new PictureStore(database);
    }

    public Frameworks frameworks() {
        return new FrameworkStore(database);
    }

    /** Recipients of awards. */
    public Recipients recipients(AwardIds ids) {
        return new RecipientStore(database, ids);
    }

    public Sharing.Choices sharing() {
        return new SharingStore(database);
    }

    public Clients clients() {
        return new ClientStore(database);
    }

    public Grants grants() {
        return new GrantStore(database);
    }

    public Backpack backpack() {
        return new BackpackStore(database);
    }

    public ToldProfiles toldProfiles() {
        return new ToldProfileStore(database);
    }

    public MatchTries matchTries() {
        return new MatchTryStore(database);
    }

    /** Deliveries of all lanes, to be looked through. */
    public Deliveries deliveries() {
        return new DeliveryStore(database);
    }

    public LineItems lineItems() {
        return new LineItemStore(database);
    }

    public OwnGrades ownGrades() {
        return new OwnGradeStore(database);
    }

    public Hosts backpackHosts() {
        return new BackpackHostStore(database, box);
    }

    public Passes backpackPasses() {
        return new BackpackGrantStore(database, box);
    }

    public Backpacks backpacks() {
        return new BackpackPlaceStore(database, box);
    }

    public Figures figures() {
        return new FiguresStore(database, clock);
    }

    /** The limit that a benchmark holds Laurel against. */
    public PlainInserts plainInserts() {
        return new PlainInserts(database);
    }

    /** A history that a benchmark re-evaluates. */
    public SeededHistory seededHistory() {
        return new SeededHistory(database);
    }

    /** Statements that are mapped already, for a benchmark of pages. */
    public SeededStatements seededStatements() {
        return new SeededStatements(database);
    }

    /** What comes with the years, for a benchmark of pages. */
    public SeededTroubles seededTroubles() {
        return new SeededTroubles(database);
    }

    /** Whether the database answers; throws when it does not. */
    public void check() {
        database.check();
    }

    @Override
    public void close() {
        database.close();
    }
}
