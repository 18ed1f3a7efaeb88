package org.laurelbridge.bridge.award;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.Issuer;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Salts;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.ob3.Ob3Signer;
import org.laurelbridge.bridge.issue.ob3.StatusListWriter;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.CredentialStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.KeyStore;
import org.laurelbridge.bridge.store.SecretStore;
import org.laurelbridge.bridge.store.StatusStore;
import org.laurelbridge.rule.Badge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer on a real database, with what it is asked for. */
abstract class WithIssuer {
    Walk walk;
    StatusStore places;
    CredentialStore credentials;
    KeyRing keys;
    IssuerIdentity identity;
    Earnings earnings;
    StatusListWriter lists;
    Issuer issuer;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.ada();
        places = new StatusStore(database);
        credentials = new CredentialStore(database);
        keys = KeyRing.open(new KeyStore(database), new SecretStore(database, new SecretBox(new byte[32])), walk.clock);
        identity = new IssuerIdentity(
                new IssuerIdentity.Profile("Example University", URI.create("https://www.example.org/"), null),
                keys,
                new Addresses(Issued.PUBLIC));
        earnings = new Earnings(
                walk.awards,
                walk.people,
                (badge, version) -> walk.rules.current().find(badge, version).map(WithIssuer::meaning),
                walk.ids,
                new Salts(new byte[32]));
        lists = new StatusListWriter(places, earnings, identity, walk.clock);
        issuer = new Issuer(
                credentials, earnings, new Ob3Signer(identity), Issuer.Places.in(places, identity), walk.clock);
    }

    private static Achievement meaning(Badge badge) {
        return new Achievement(
                badge.id(),
                badge.version(),
                badge.title(),
                badge.title(),
                badge.title(),
                null,
                List.of(),
                List.of(),
                badge.unsupported() == Badge.Unsupported.SUSPEND);
    }

    JsonNode issued(AwardId credential) {
        issuer.issueDue();
        return new JsonMapper().readTree(credentials.find(credential).orElseThrow());
    }
}
