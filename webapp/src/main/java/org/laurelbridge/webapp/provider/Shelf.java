package org.laurelbridge.webapp.provider;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Backpack.Entry;
import org.laurelbridge.bridge.backpack.Backpack.Form;
import org.laurelbridge.bridge.backpack.Backpack.Ours;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.form.AwardFiles;

/**
 * The badges of a learner, each as an application gets it. A badge of ours is the signed credential that its address answers with;
 * whoever asks has its learner's leave, so a private one is given, too. Of 2.0 it is the hosted form where its learner opened that,
 * else the signed one.
 */
public record Shelf(
        Backpack backpack,
        Awards awards,
        Earnings earnings,
        Credentials credentials,
        Sharing.Choices choices,
        AwardFiles files,
        IssuerIdentity issuer) {

    /** A badge as text. */
    record Document(String text, boolean isToken) {}

    Backpack.Page list(Grants.Bearer bearer, Standard standard, PageAsked asked) {
        return backpack.list(
                bearer.person(),
                new Backpack.Wanted(standard, ours(standard)),
                asked.since(),
                asked.offset(),
                asked.limit());
    }

    /** A trial issuer nobody outside can ask how a badge stands, nor for the key of a signed assertion. */
    private Ours ours(Standard standard) {
        if (standard == Standard.OB3) {
            return issuer.isTrial() ? Ours.HOLDING : Ours.ALL;
        }
        if (!issuer.issuesOb2()) {
            return Ours.NONE;
        }
        return issuer.isTrial() ? Ours.HOSTED : Ours.HOLDING;
    }

    /** A badge; empty when it is gone meanwhile. */
    Optional<Document> open(Grants.Bearer bearer, Standard standard, Entry entry) {
        if (entry.form() == Form.OURS) {
            return standard == Standard.OB3 ? credential(entry) : assertion(entry);
        }
        return backpack.content(bearer.person(), entry.id())
                .map(content -> new Document(new String(content, StandardCharsets.UTF_8), entry.form() == Form.JWS));
    }

    private Optional<Document> credential(Entry entry) {
        return credentials.find(new AwardId(entry.id())).map(text -> new Document(text, false));
    }

    private Optional<Document> assertion(Entry entry) {
        Optional<Earned> earned =
                earnings.find(entry.id()).filter(found -> found.standing().holds());
        boolean isHosted = awards.find(entry.id())
                .filter(award -> choices.find(award.id()).hosted())
                .isPresent();
        return earned.flatMap(found -> files.find(found, isHosted ? AwardForm.OB2 : AwardForm.OB2_JWS))
                .map(file -> new Document(new String(file, StandardCharsets.UTF_8), !isHosted));
    }
}
