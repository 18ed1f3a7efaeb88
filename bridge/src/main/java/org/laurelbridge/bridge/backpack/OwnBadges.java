package org.laurelbridge.bridge.backpack;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Addresses.IssuerForm;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.RecipientMatch;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.mapping.Identifier;

/** Which badges were issued here, and to whom. */
public final class OwnBadges {

    private static final int MOST = 500;
    private static final Set<String> MAIL = Set.of("email", "emailAddress");

    private final IssuerIdentity issuer;
    private final Awards awards;
    private final People people;
    private final Earnings earnings;

    public OwnBadges(IssuerIdentity issuer, Awards awards, People people, Earnings earnings) {
        this.issuer = issuer;
        this.awards = awards;
        this.people = people;
        this.earnings = earnings;
    }

    /** Whether a badge of ours is this person's; empty when it is not ours. */
    Optional<Boolean> isOf(PersonId person, Report report, Claim claim) {
        Optional<URI> address = Optional.ofNullable(claim.id()).flatMap(Documents::address);
        boolean isOurs = issuer.isOurs(claim.issuer())
                || claim.issuer()
                        .equals(issuer.addresses().issuer(IssuerForm.OB2).toString())
                || address.flatMap(issuer.addresses()::parse).isPresent();
        if (!isOurs) {
            return Optional.empty();
        }
        PersonId root = people.find(person.value()).map(Person::id).orElse(person);
        return Optional.of(address.flatMap(this::owner).map(root::equals).orElseGet(() -> names(person, report)));
    }

    /** Whether a badge names e-mail addresses of which none is known to be this person's, of whom some are known. */
    boolean isAnothers(PersonId person, Report report) {
        List<Identity> identities = report.recipients().identities();
        boolean areMail = identities.stream().allMatch(identity -> MAIL.contains(identity.kind()));
        List<String> known = people.find(person.value()).stream()
                .flatMap(found -> found.identifiers().stream())
                .filter(identifier -> identifier.kind().equals("email"))
                .map(Identifier::value)
                .toList();
        return areMail
                && !identities.isEmpty()
                && !known.isEmpty()
                && known.stream().noneMatch(one -> RecipientMatch.matches(report.recipients(), one));
    }

    private Optional<PersonId> owner(URI address) {
        return issuer.addresses()
                .parse(address)
                .filter(AwardPlace.class::isInstance)
                .flatMap(place -> awards.find(((AwardPlace) place).award().value()))
                .map(award -> award.person());
    }

    /** A signed assertion has an id that leads to no award: it is one of theirs when it names them as one of theirs does. */
    private boolean names(PersonId person, Report report) {
        return awards.list(null, person, null, MOST).stream()
                .flatMap(award -> earnings.find(award.credential().value()).stream())
                .map(Earned::recipient)
                .flatMap(recipient -> Stream.of(recipient.urn(), Objects.requireNonNullElse(recipient.email(), "")))
                .distinct()
                .anyMatch(one -> RecipientMatch.matches(report, one));
    }
}
