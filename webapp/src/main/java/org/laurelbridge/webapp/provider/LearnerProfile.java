package org.laurelbridge.webapp.provider;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.backpack.ToldProfiles;
import org.laurelbridge.bridge.grant.Grants.Bearer;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A learner's profile: what Laurel knows, and over it nothing that an application tells; beside it what an application told.
 *
 * @param ids of people, for one application each
 */
public record LearnerProfile(
        People people, ToldProfiles told, BiFunction<PersonId, UUID, UUID> ids, InstantSource clock)
        implements Recorded<LearnerProfile> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final String OB2 = "https://w3id.org/openbadges/v2";
    /** What Laurel knows better, or what an application has no say in. */
    private static final List<String> OURS = List.of("@context", "id", "type", "name", "email");

    /** How much an application may tell. */
    static final int MOST_BYTES = 65_536;

    /** A Profile of Open Badges 3.0 (§B.1.20). */
    ObjectNode ob3(Bearer bearer) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.putArray("@context").add(OB3);
        profile.put("id", urn(bearer));
        profile.putArray("type").add("Profile");
        return fill(profile, bearer.person());
    }

    /** A Profile of Open Badges 2.0. */
    ObjectNode ob2(Bearer bearer) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("@context", OB2);
        profile.put("id", urn(bearer));
        profile.put("type", "Profile");
        return fill(profile, bearer.person());
    }

    @Override
    public LearnerProfile by(Doer doer) {
        return new LearnerProfile(people, told.by(doer), ids, clock);
    }

    private String urn(Bearer bearer) {
        PersonId root = people.find(bearer.person().value()).map(Person::id).orElse(bearer.person());
        return "urn:uuid:" + ids.apply(root, bearer.client());
    }

    private ObjectNode fill(ObjectNode profile, PersonId person) {
        people.find(person.value()).ifPresent(known -> {
            if (known.name() != null) {
                profile.put("name", known.name());
            }
            known.email().ifPresent(email -> profile.put("email", email));
        });
        profile.setAll(told(person));
        return profile;
    }

    private ObjectNode told(PersonId person) {
        return told.find(person)
                .map(text -> (ObjectNode) JSON.readTree(text))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /**
     * Keeps what an application tells.
     *
     * @param isAll it is all that is told from now on; else it is told besides
     */
    void tell(PersonId person, ObjectNode profile, boolean isAll) {
        ObjectNode kept = isAll ? JsonNodeFactory.instance.objectNode() : told(person);
        profile.properties().stream()
                .filter(member -> !OURS.contains(member.getKey()))
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> kept.set(member.getKey(), member.getValue()));
        String text = kept.toString();
        if (text.length() > MOST_BYTES) {
            throw new ImsFailure(
                    Trouble.DATA, "body", "Too much is told: expected at most " + MOST_BYTES + " characters.");
        }
        told.put(person, text, clock.instant());
    }
}
