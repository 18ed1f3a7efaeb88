package org.laurelbridge.bridge.award;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.fake.FakeBackpack;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.send.AuthorizationServer;
import org.laurelbridge.bridge.send.Backpack;
import org.laurelbridge.bridge.send.BackpackTarget;
import org.laurelbridge.bridge.send.Backpacks;
import org.laurelbridge.bridge.send.Connecting;
import org.laurelbridge.bridge.send.Connecting.Begun;
import org.laurelbridge.bridge.send.Connecting.Ended;
import org.laurelbridge.bridge.send.Connecting.Return;
import org.laurelbridge.bridge.send.Forms;
import org.laurelbridge.bridge.send.Hosts;
import org.laurelbridge.bridge.send.Looking;
import org.laurelbridge.bridge.send.Passes;
import org.laurelbridge.bridge.send.Renewal;
import org.laurelbridge.bridge.send.Shelf;
import org.laurelbridge.bridge.send.Version;
import org.laurelbridge.bridge.send.oauth.HostOAuth;
import org.laurelbridge.bridge.send.oauth.Registration;
import org.laurelbridge.bridge.send.ob2.BadgeConnectDiscovery;
import org.laurelbridge.bridge.send.ob2.BadgeConnectShelf;
import org.laurelbridge.bridge.send.ob3.Ob3Discovery;
import org.laurelbridge.bridge.send.ob3.Ob3Shelf;
import org.laurelbridge.bridge.send.wire.HostClient;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.BackpackGrantStore;
import org.laurelbridge.bridge.store.BackpackHostStore;
import org.laurelbridge.bridge.store.BackpackPlaceStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OutboxStore;
import org.laurelbridge.bridge.store.SharingStore;

/** A learner with a badge, and a host of badges that speaks HTTP. */
abstract class WithBackpack extends WithIssuer {
    static final String BROWSER = "what Ada's browser knows";
    static final UUID FIRST = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID SECOND = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final String CREDENTIALS = "/ims/ob/v3p0/credentials";

    final FakeBackpack host = new FakeBackpack();
    Node node;
    Award award;
    UUID ada;
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** What one process of Laurel has. */
    record Node(
            Hosts hosts, Backpacks backpacks, Passes passes, Connecting connecting, Looking looking, Courier courier) {

        /** Delivers until nothing is due. */
        void deliver() {
            int done;
            do {
                done = courier.deliverDue();
            } while (done > 0);
        }
    }

    @BeforeEach
    void openHost(Database database) {
        walk.apply(
                Walk.mapping(1, "park"),
                Walk.badge(
                        "settle: {lose: 0s}", "valid: {for: 1y}", "repeat: cycles", "renew: {opens: {before: 364d}}"),
                Walk.badge("lab", 1, "when: {completed: lab}"));
        walk.walk(Walk.scored(FIRST, "0.9", "2026-03-01T10:00:00Z"));
        issuer.issueDue();
        award = walk.only();
        ada = account(award.person(), "ada");
        node = node(database);
    }

    @AfterEach
    void closeHost() throws Exception {
        host.close();
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    Node node(Database database) {
        SafeFetcher fetcher = new SafeFetcher(Reach.TRIAL, walk.clock);
        opened.add(fetcher);
        SecretBox box = new SecretBox(new byte[32]);
        HostClient client = new HostClient(fetcher, walk.clock);
        AuthorizationServer oauth = new HostOAuth(
                client, new Registration("Example University", new Addresses(Issued.PUBLIC), "1.0"), walk.clock);
        Hosts hosts = new BackpackHostStore(database, box);
        Backpacks backpacks = new BackpackPlaceStore(database, box);
        Passes passes = new BackpackGrantStore(database, box);
        Renewal renewal = new Renewal(hosts, passes, oauth, walk.clock);
        Map<Version, Shelf> shelves =
                Map.of(Version.OB3, new Ob3Shelf(client), Version.OB2, new BadgeConnectShelf(client));
        Forms forms = new Forms(earnings, credentials, new SharingStore(database), withEmail());
        BackpackTarget target = new BackpackTarget(backpacks, forms, renewal, shelves);
        return new Node(
                hosts,
                backpacks,
                passes,
                new Connecting(
                        List.of(new Ob3Discovery(client), new BadgeConnectDiscovery(client)),
                        hosts,
                        backpacks,
                        passes,
                        oauth,
                        walk.clock),
                new Looking(forms, renewal, shelves),
                new Courier(
                        new OutboxStore(database, walk.awards, walk.people, badge -> badge, Lane.BACKPACKS),
                        name -> target,
                        Backoff.standard(() -> 0.5),
                        walk.clock));
    }

    /** Open Badges 2.0 ask for an address of their issuer. */
    private IssuerIdentity withEmail() {
        return new IssuerIdentity(
                new IssuerIdentity.Profile(
                        "Example University", URI.create("https://www.example.org/"), "badges@example.org"),
                keys,
                new Addresses(Issued.PUBLIC));
    }

    /** Ada does what another badge asks for. */
    void earnLab() {
        walk.walk(Walk.did(SECOND, "https://lms.example/lab", "{\"completion\":true}", "2026-03-01T11:00:00Z"));
    }

    /** Somebody's account. */
    UUID account(PersonId learner, String name) {
        Account account = Account.made(name, null, Set.of(Role.LEARNER), learner);
        new AccountStore(walk.database).add(account, Login.byPassword(name), walk.clock.instant());
        return account.id();
    }

    URI begin() {
        return begin(ada);
    }

    URI begin(UUID account) {
        Begun begun = node.connecting().begin(account, BROWSER, host.address().toString());
        if (!(begun instanceof Begun.Ready ready)) {
            throw new AssertionError("not ready: " + begun);
        }
        return ready.authorization();
    }

    static Return back(Map<String, String> came) {
        return new Return(
                came.get("state"), came.get("code"), came.get("error"), came.get("error_description"), came.get("iss"));
    }

    /** Ada's backpack, connected. */
    Backpack connect() {
        return connect(ada);
    }

    Backpack connect(UUID account) {
        Ended ended = node.connecting().end(account, BROWSER, back(host.agree(begin(account))));
        if (!(ended instanceof Ended.Connected connected)) {
            throw new AssertionError("not connected: " + ended);
        }
        return connected.backpack();
    }

    Backpack connectAndSend() {
        Backpack backpack = connect();
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        return backpack;
    }

    /** As our credentials name themselves. */
    String id() {
        return Issued.PUBLIC + "/awards/" + award.credential();
    }

    Backpacks.Sent sent(Backpack backpack) {
        List<Backpacks.Sent> all = node.backpacks().listSent(backpack.id());
        if (all.size() != 1) {
            throw new AssertionError("expected one, found " + all);
        }
        return all.get(0);
    }
}
