package org.laurelbridge.bridge.lti.launch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.lti.ServiceAddress;
import org.laurelbridge.bridge.lti.launch.Launch.Message;

/** Reads what a platform says of a launch, and what of it is not as it must be. */
final class LaunchReader {
    private static final String RESOURCE_LINK_REQUEST = "LtiResourceLinkRequest";
    private static final String DEEP_LINKING_REQUEST = "LtiDeepLinkingRequest";
    private static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String MEMBERSHIPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private static final int LONGEST_ID = 255;

    private final Expected expected;
    private final List<Fault> faults;

    LaunchReader(Expected expected, List<Fault> faults) {
        this.expected = expected;
        this.faults = faults;
    }

    /** Empty when something that must be there is not: the faults say what. */
    Optional<Launch> read(Claims claims) {
        version(claims);
        Optional<String> deployment = deployment(claims);
        target(claims);
        Optional<Launch.User> user = user(claims);
        Optional<Message> message = message(claims);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Launch(
                deployment.orElseThrow(),
                expected.target(),
                user.orElseThrow(),
                context(claims),
                message.orElseThrow(),
                claims.part(GRADES).map(LaunchReader::grades),
                claims.part(MEMBERSHIPS)
                        .filter(LaunchReader::isReadable)
                        .flatMap(part -> part.address("context_memberships_url")),
                claims.part(Claims.lti("custom")).map(Claims::members).orElse(Map.of()),
                claims.part(Claims.lti("tool_platform")).flatMap(part -> part.text("product_family_code"))));
    }

    private void version(Claims claims) {
        Optional<String> version = claims.text(Claims.lti("version"));
        if (!version.equals(Optional.of("1.3.0"))) {
            fault(Check.VERSION, version.isPresent() ? "another one" : "none");
        }
    }

    private Optional<String> deployment(Claims claims) {
        Optional<String> deployment = claims.text(Claims.lti("deployment_id"));
        if (deployment.filter(expected.platform().deployments()::contains).isEmpty()) {
            fault(Check.DEPLOYMENT, deployment.isPresent() ? "one that is not known" : "none");
        }
        return deployment;
    }

    // the login's own is what counts: whoever can change the form in between cannot choose where it leads
    private void target(Claims claims) {
        Optional<URI> target = claims.address(Claims.lti("target_link_uri"));
        if (!target.equals(Optional.of(expected.target()))) {
            fault(Check.TARGET_LINK, target.isPresent() ? "another one" : "none");
        }
    }

    private Optional<Launch.User> user(Claims claims) {
        Optional<String> subject = claims.text("sub").filter(LaunchReader::isId);
        if (subject.isEmpty()) {
            fault(Check.SUBJECT, claims.has("sub") ? "an id that is too long or not ASCII" : "nobody");
        }
        Optional<Set<String>> roles = claims.texts(Claims.lti("roles"));
        if (roles.isEmpty()) {
            fault(Check.ROLES, claims.has(Claims.lti("roles")) ? "something else" : "none");
        }
        return subject.map(
                id -> new Launch.User(id, name(claims), claims.text("email"), locale(claims), roles.orElse(Set.of())));
    }

    /** Of the page that they come from (LTI 1.3 §5.4.4), else of the person (OIDC Core §5.1). */
    private static Optional<String> locale(Claims claims) {
        return claims.part(Claims.lti("launch_presentation"))
                .flatMap(page -> page.text("locale"))
                .or(() -> claims.text("locale"));
    }

    private static Optional<String> name(Claims claims) {
        return claims.text("name")
                .or(() -> claims.text("given_name")
                        .map(given -> claims.text("family_name")
                                .map(family -> given + " " + family)
                                .orElse(given)));
    }

    private static boolean isId(String id) {
        return id.length() <= LONGEST_ID
                && StandardCharsets.US_ASCII.newEncoder().canEncode(id);
    }

    private static Optional<Launch.Context> context(Claims claims) {
        return claims.part(Claims.lti("context"))
                .flatMap(part -> part.text("id").map(id -> new Launch.Context(id, part.text("title"))));
    }

    private static Launch.Grades grades(Claims claims) {
        return new Launch.Grades(
                claims.texts("scope").orElse(Set.of()), claims.address("lineitems"), claims.address("lineitem"));
    }

    /** A platform that tells no versions of the service has the one that is asked for. */
    private static boolean isReadable(Claims memberships) {
        return !memberships.has("service_versions") || accepts(memberships, "service_versions", "2.0");
    }

    private Optional<Message> message(Claims claims) {
        String type = claims.text(Claims.lti("message_type")).orElse("");
        return switch (type) {
            case RESOURCE_LINK_REQUEST -> resourceLink(claims);
            case DEEP_LINKING_REQUEST -> deepLinking(claims);
            default -> {
                fault(Check.MESSAGE_TYPE, type.isEmpty() ? "none" : "another one");
                yield Optional.empty();
            }
        };
    }

    private Optional<Message> resourceLink(Claims claims) {
        Optional<Message> link = claims.part(Claims.lti("resource_link"))
                .flatMap(part -> part.text("id")
                        .filter(id -> id.length() <= LONGEST_ID)
                        .map(id -> new Message.ResourceLink(id, part.text("title"))));
        if (link.isEmpty()) {
            fault(Check.RESOURCE_LINK, claims.has(Claims.lti("resource_link")) ? "one without such an id" : "none");
        }
        return link;
    }

    private Optional<Message> deepLinking(Claims claims) {
        Optional<Claims> settings = claims.part(DEEP_LINKING);
        Optional<Message> asked = settings.filter(part -> accepts(part, "accept_types", "ltiResourceLink")
                        && part.texts("accept_presentation_document_targets").isPresent())
                .flatMap(part -> part.address("deep_link_return_url")
                        .flatMap(back -> ServiceAddress.of(expected.platform(), back))
                        .map(back -> new Message.DeepLinking(
                                back,
                                part.text("data"),
                                // Moodle says nothing of it and takes columns (Deep Linking 2.0 §4.4.1: no assumption)
                                !part.isFalse("accept_lineitem"),
                                part.isTrue("accept_multiple"))));
        if (asked.isEmpty()) {
            fault(Check.DEEP_LINKING, settings.isPresent() ? "settings that do not" : "no settings");
        }
        return asked;
    }

    private static boolean accepts(Claims settings, String name, String value) {
        return settings.texts(name).filter(values -> values.contains(value)).isPresent();
    }

    private void fault(Check check, String found) {
        faults.add(new Fault(check, found));
    }
}
