package org.laurelbridge.bridge.verify.ob3;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a credential was revoked or suspended: BitstringStatusListEntry, StatusList2021Entry and 1EdTechRevocationList. A list of bits
 * must be signed by the issuer of the credential. Whatever cannot be read says so; nothing is taken for "not revoked".
 */
final class StatusChecks {

    private static final int MOST_ENTRIES = 4;
    private static final Set<String> BIT_LISTS = Set.of("BitstringStatusListEntry", "StatusList2021Entry");
    private static final String REVOCATIONS = "1EdTechRevocationList";

    private final StatusLists lists;

    StatusChecks(StatusLists lists) {
        this.lists = lists;
    }

    void check(Secured secured, Visit visit, Findings findings) {
        List<JsonNode> entries = Documents.many(secured.credential(), "credentialStatus");
        if (entries.isEmpty()) {
            findings.add(unlisted(secured, visit));
        }
        if (entries.size() > MOST_ENTRIES) {
            findings.add(Reason.STATUS_KIND, entries.size() + " entries");
            return;
        }
        for (JsonNode entry : entries) {
            findings.add(line(secured, entry, visit));
        }
    }

    /** Of a badge that names no list only the installation that gave it can tell. */
    private static Line unlisted(Secured secured, Visit visit) {
        return visit.standing(secured.issuer(), Documents.textOrEmpty(secured.credential(), "id"))
                .map(standing -> line(standing).asOf(visit.now()))
                .orElse(Line.of(Reason.STATUS_NONE));
    }

    private static Line line(Standing standing) {
        return switch (standing.kind()) {
            case STANDS -> Line.of(Reason.STATUS_NOT_REVOKED);
            case SUSPENDED -> Line.of(Reason.STATUS_SUSPENDED);
            case REVOKED -> revoked(standing.why());
        };
    }

    private Line line(Secured secured, JsonNode entry, Visit visit) {
        List<String> types = Documents.many(entry, "type").stream()
                .map(type -> type.asString(""))
                .toList();
        if (types.stream().anyMatch(BIT_LISTS::contains)) {
            return bit(secured, entry, visit);
        }
        return types.contains(REVOCATIONS)
                ? revocations(secured, entry, visit)
                : Line.of(Reason.STATUS_KIND, entry.path("type").toString());
    }

    private Line bit(Secured secured, JsonNode entry, Visit visit) {
        String purpose = Documents.textOrEmpty(entry, "statusPurpose");
        boolean isRevocation = purpose.equals("revocation");
        if (!isRevocation && !purpose.equals("suspension")) {
            return Line.of(Reason.STATUS_KIND, "statusPurpose " + entry.path("statusPurpose"));
        }
        if (entry.has("statusSize") && entry.path("statusSize").asInt(0) != 1) {
            return Line.of(Reason.STATUS_KIND, "statusSize " + entry.path("statusSize"));
        }
        String index = entry.path("statusListIndex").asString("");
        if (!index.matches("[0-9]{1,15}")) {
            return Line.of(Reason.STATUS_LIST_WRONG, "statusListIndex " + entry.path("statusListIndex"));
        }
        Fetched fetched = get(Documents.textOrEmpty(entry, "statusListCredential"), visit);
        if (!(fetched instanceof Answer answer) || !answer.isGood()) {
            return unanswered(fetched);
        }
        StatusLists.Found found = lists.read(answer, secured.issuer(), purpose, visit);
        if (found.list() == null) {
            return Line.of(Reason.STATUS_LIST_WRONG, found.trouble());
        }
        if (!found.list().has(Long.parseLong(index))) {
            return Line.of(Reason.STATUS_LIST_WRONG, "it has no entry " + index);
        }
        return verdict(isRevocation, found.list().isSet(Long.parseLong(index))).by(answer);
    }

    private static Line verdict(boolean isRevocation, boolean isSet) {
        if (isRevocation) {
            return Line.of(isSet ? Reason.STATUS_REVOKED : Reason.STATUS_NOT_REVOKED);
        }
        return Line.of(isSet ? Reason.STATUS_SUSPENDED : Reason.STATUS_NOT_SUSPENDED);
    }

    /** The list of Open Badges 3.0 §C, before bitstrings: JSON that nobody signs. */
    private static Line revocations(Secured secured, JsonNode entry, Visit visit) {
        Fetched fetched = get(Documents.textOrEmpty(entry, "id"), visit);
        if (!(fetched instanceof Answer answer) || !answer.isGood()) {
            return unanswered(fetched);
        }
        if (!(Documents.read(answer.text()) instanceof Read.Good good)) {
            return Line.of(Reason.STATUS_LIST_WRONG, "it is no JSON");
        }
        ObjectNode list = good.object();
        if (!Documents.id(list, "issuer").equals(secured.issuer())) {
            return Line.of(Reason.STATUS_LIST_WRONG, "it is of " + list.path("issuer"));
        }
        String id = Documents.textOrEmpty(secured.credential(), "id");
        return Documents.many(list, "revokedCredential").stream()
                .filter(revoked -> Documents.textOrEmpty(revoked, "id").equals(id))
                .filter(revoked -> !revoked.path("revoked").isBoolean()
                        || revoked.path("revoked").asBoolean())
                .map(revoked -> revoked(Documents.textOrEmpty(revoked, "revocationReason")))
                .findFirst()
                .orElse(Line.of(Reason.STATUS_NOT_REVOKED))
                .by(answer);
    }

    private static Line revoked(String why) {
        return why.isEmpty() ? Line.of(Reason.STATUS_REVOKED) : Line.of(Reason.STATUS_REVOKED_WHY, why);
    }

    private static Fetched get(String address, Visit visit) {
        Optional<URI> uri = Documents.address(address);
        return uri.isPresent() ? visit.getOrRemember(uri.get()) : new Failed(Fetched.Trouble.NO_ADDRESS);
    }

    private static Line unanswered(Fetched fetched) {
        return fetched instanceof Failed failed
                ? Line.of(Reason.STATUS_FAILED, failed.why())
                : Line.of(Reason.STATUS_LIST_ANSWERED, Integer.toString(((Answer) fetched).status()));
    }
}
