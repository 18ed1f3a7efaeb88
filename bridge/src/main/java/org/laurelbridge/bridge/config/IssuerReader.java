package org.laurelbridge.bridge.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Words;

/** Reads who issues. */
record IssuerReader(Part part) {
    private static final List<String> IDENTIFIER_TYPES = List.of(
            "identifier",
            "name",
            "sourcedId",
            "systemId",
            "productId",
            "userName",
            "accountId",
            "emailAddress",
            "nationalIdentityNumber",
            "isbn",
            "issn",
            "lisSourcedId",
            "oneRosterSourcedId",
            "sisSourcedId",
            "ltiContextId",
            "ltiDeploymentId",
            "ltiToolId",
            "ltiPlatformId",
            "ltiUserId");

    /** @param publicUrl its home page where no other is given */
    Profile issuer(URI publicUrl) {
        Fields fields = part.fields();
        Profile issuer = new Profile(
                fields.text("name").orElse("Laurel"),
                part.uri("url").orElse(publicUrl),
                fields.text("email").orElse(null),
                fields.text("description").orElse(null),
                fields.text("phone").orElse(null),
                image(),
                address(part.below("address")),
                identifier());
        fields.finish();
        return issuer;
    }

    private @Nullable URI image() {
        Optional<URI> image = part.uri("image");
        if (image.isPresent() && !"https".equals(image.get().getScheme())) {
            part.tell("image", "an https address: readers show no other picture");
        }
        return image.orElse(null);
    }

    private static Profile.@Nullable Address address(Part address) {
        Fields fields = address.fields();
        Optional<String> code = fields.text("country-code");
        Set<String> codes = Set.of(Locale.getISOCountries());
        if (code.isPresent() && !codes.contains(code.get())) {
            address.tell("country-code", "a country's two capital letters, as NL (ISO 3166-1)");
        } else if (!fields.keys().isEmpty()) {
            fields.require("country-code");
        }
        Optional<String> country = fields.text("country");
        Optional<String> region = fields.text("region");
        Optional<String> locality = fields.text("locality");
        Optional<String> street = fields.text("street");
        Optional<String> postalCode = fields.text("postal-code");
        fields.finish();
        return code.map(two -> new Profile.Address(
                        country.orElseGet(() -> new Locale("", two).getDisplayCountry(Locale.ENGLISH)),
                        two,
                        region.orElse(null),
                        locality.orElse(null),
                        street.orElse(null),
                        postalCode.orElse(null)))
                .orElse(null);
    }

    private Profile.@Nullable Identifier identifier() {
        Fields fields = part.fields();
        Optional<String> identifier = fields.text("identifier");
        Optional<String> type = fields.text("identifier-type");
        String word = type.orElse("identifier");
        if (!IDENTIFIER_TYPES.contains(word) && !word.matches("ext:[A-Za-z0-9._-]{1,100}")) {
            part.tell(
                    "identifier-type",
                    "one of " + String.join(", ", IDENTIFIER_TYPES) + ", or an own word, as ext:ror"
                            + Words.meant(word, IDENTIFIER_TYPES));
        }
        if (type.isPresent() && identifier.isEmpty()) {
            fields.require("identifier");
        }
        return identifier.map(value -> new Profile.Identifier(word, value)).orElse(null);
    }
}
