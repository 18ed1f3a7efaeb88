package org.laurelbridge.bridge.verify.own;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.Addresses.BadgePlace;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Addresses.IssuerPlace;
import org.laurelbridge.bridge.issue.Addresses.KeyForm;
import org.laurelbridge.bridge.issue.Addresses.KeyPlace;
import org.laurelbridge.bridge.issue.Addresses.StatusListPlace;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeyDocuments;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.issue.ob2.RevocationList;
import org.laurelbridge.bridge.issue.ob3.StatusListWriter;
import tools.jackson.databind.node.ObjectNode;

/** Answers for every public address of ours that a badge names, so that our own badges are verified without the network. */
public final class OwnAddresses implements OwnDocuments {
    private static final Own NOTHING = new Own(404, new byte[0]);

    private final IssuerIdentity issuer;
    private final KeyDocuments keys;
    private final Achievements achievements;
    private final RevocationList revoked;
    private final StatusListWriter lists;
    private final OwnAwards awards;
    private final Function<UUID, Optional<String>> withdrawn;

    public OwnAddresses(
            IssuerIdentity issuer,
            Achievements achievements,
            RevocationList revoked,
            StatusListWriter lists,
            OwnAwards awards) {
        this(issuer, achievements, revoked, lists, awards, credential -> Optional.empty());
    }

    /** @param withdrawn why a credential of ours was withdrawn whose award is gone; empty for any other */
    public OwnAddresses(
            IssuerIdentity issuer,
            Achievements achievements,
            RevocationList revoked,
            StatusListWriter lists,
            OwnAwards awards,
            Function<UUID, Optional<String>> withdrawn) {
        this.issuer = issuer;
        this.keys = new KeyDocuments(issuer);
        this.achievements = achievements;
        this.revoked = revoked;
        this.lists = lists;
        this.awards = awards;
        this.withdrawn = withdrawn;
    }

    @Override
    public Optional<Own> find(URI address) {
        if (!address.toString().startsWith(issuer.addresses().root() + "/")) {
            return Optional.empty();
        }
        return Optional.of(issuer.addresses().parse(address).map(this::answer).orElse(NOTHING));
    }

    @Override
    public Optional<Standing> standing(String issuerDid, String credential) {
        return issuer.isOurs(issuerDid) ? Addresses.award(credential).flatMap(this::standing) : Optional.empty();
    }

    private Optional<Standing> standing(AwardId credential) {
        return withdrawn.apply(credential.value()).map(Standing::revoked).or(() -> awards.standing(credential));
    }

    private Own answer(Addresses.Place place) {
        if (place instanceof AwardPlace award) {
            return withdrawn
                    .apply(award.award().value())
                    .map(why -> gone(award, why))
                    .orElseGet(() -> awards.find(award));
        } else if (place instanceof StatusListPlace status) {
            return lists.find(status.list()).map(OwnAddresses::good).orElse(NOTHING);
        } else if (place instanceof KeyPlace key) {
            return document(key.form() == KeyForm.OB2 ? keys.ob2Key(key.id()) : keys.key(key.id()));
        } else if (place instanceof IssuerPlace one) {
            return issuer(one.form());
        } else if (place instanceof BadgePlace badge && badge.form() == BadgeForm.OB2) {
            Optional<Achievement> achievement = achievements.find(badge.badge(), badge.version());
            return document(achievement.map(new Ob2Writer(issuer.addresses())::badgeClass));
        }
        return NOTHING;
    }

    private Own gone(AwardPlace award, String why) {
        String document =
                new Ob2Writer(issuer.addresses()).withdrawn(award.award(), why).toString();
        return new Own(410, document.getBytes(StandardCharsets.UTF_8));
    }

    private Own issuer(IssuerForm form) {
        return switch (form) {
            case DID -> document(keys.did());
            case OB2 -> good(issuer.toOb2().toString());
            case OB2_REVOKED -> good(revoked.get());
            case JWKS -> good(keys.jwks().toString());
            case PAGE -> good(issuer.toOb3().toString());
        };
    }

    private static Own document(Optional<ObjectNode> document) {
        return document.map(found -> good(found.toString())).orElse(NOTHING);
    }

    static Own good(String document) {
        return new Own(200, document.getBytes(StandardCharsets.UTF_8));
    }
}
