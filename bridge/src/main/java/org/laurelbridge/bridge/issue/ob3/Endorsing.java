package org.laurelbridge.bridge.issue.ob3;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeptEndorsements;
import org.laurelbridge.bridge.issue.KeptEndorsements.Endorsement;
import org.laurelbridge.xapi.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes in what others say for a badge or for the issuer: an EndorsementCredential that they signed. Never asks the network. */
public final class Endorsing implements Recorded<Endorsing> {

    /** How long one may be: it stands in every credential of its badge. */
    public static final int MOST_BYTES = 65_536;

    // of two equal members one reader would check the first and another show the last
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final IssuerIdentity issuer;
    private final KeptEndorsements kept;
    private final InstantSource clock;

    public Endorsing(IssuerIdentity issuer, KeptEndorsements kept, InstantSource clock) {
        this.issuer = issuer;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Endorsing by(Doer doer) {
        return new Endorsing(issuer, kept.by(doer), clock);
    }

    /**
     * Keeps an endorsement when it can stand in our credentials; another of the same id about the same gives way to it. Its proof is
     * checked where its issuer is a did:key; for any other the network would have to be asked, which whoever calls may do before.
     *
     * @param about the id of an achievement or issuer of ours
     * @param json as its issuer signed it
     * @return all that is wrong with it; empty when it is kept
     */
    public List<Problem> add(String about, String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            return List.of(new Problem("/", bytes + " bytes", "at most " + MOST_BYTES, ""));
        }
        try {
            JsonNode document = MAPPER.readTree(json);
            return document instanceof ObjectNode object
                    ? add(about, object)
                    : List.of(new Problem("/", "no JSON object", "an EndorsementCredential", ""));
        } catch (JacksonException e) {
            return List.of(new Problem("/", "no JSON: " + e.getOriginalMessage(), "an EndorsementCredential", ""));
        }
    }

    private List<Problem> add(String about, ObjectNode document) {
        List<Problem> problems = new EndorsementCheck(issuer, clock.instant(), about).check(document);
        if (!problems.isEmpty()) {
            return problems;
        }
        Endorsement endorsement = new Endorsement(about, document.path("id").asString(), document.toString());
        return kept.save(endorsement, clock.instant())
                ? List.of()
                : List.of(new Problem("/", KeptEndorsements.MOST + " of " + about + " already", "one less", ""));
    }
}
