package org.laurelbridge.bridge.issue;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile.Address;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile.Identifier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the profile of the issuer, as each version of Open Badges has it. */
record ProfileWriter(Profile profile) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A Profile (Open Badges 3.0 §B.5), with the address that European micro-credentials need. */
    ObjectNode ob3(String id) {
        ObjectNode document = creator(id);
        put(document, "email", profile.email());
        put(document, "description", profile.description());
        put(document, "phone", profile.phone());
        URI image = profile.image();
        if (image != null) {
            document.putObject("image").put("id", image.toString()).put("type", "Image");
        }
        if (profile.address() != null) {
            document.set("address", address(profile.address()));
        }
        Identifier identifier = profile.identifier();
        if (identifier != null) {
            document.putArray("otherIdentifier")
                    .addObject()
                    .put("type", "IdentifierEntry")
                    .put("identifier", identifier.value())
                    .put("identifierType", identifier.type());
        }
        return document;
    }

    /** A Profile that says who it is, and no more. */
    ObjectNode creator(String id) {
        ObjectNode document = JSON.objectNode();
        document.put("id", id);
        document.putArray("type").add("Profile");
        document.put("name", profile.name());
        document.put("url", profile.url().toString());
        return document;
    }

    /** An Issuer of Open Badges 2.0, which has no address. */
    ObjectNode ob2(URI id) {
        ObjectNode document = JSON.objectNode();
        document.put("@context", IssuerIdentity.OB2_CONTEXT);
        document.put("type", "Issuer");
        document.put("id", id.toString());
        document.put("name", profile.name());
        document.put("url", profile.url().toString());
        put(document, "email", profile.email());
        put(document, "description", profile.description());
        put(document, "telephone", profile.phone());
        put(document, "image", profile.image() == null ? null : profile.image().toString());
        return document;
    }

    private static ObjectNode address(Address address) {
        ObjectNode document = JSON.objectNode();
        document.putArray("type").add("Address");
        document.put("addressCountry", address.country());
        document.put("addressCountryCode", address.countryCode());
        put(document, "addressRegion", address.region());
        put(document, "addressLocality", address.locality());
        put(document, "streetAddress", address.street());
        put(document, "postalCode", address.postalCode());
        return document;
    }

    private static void put(ObjectNode document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }
}
