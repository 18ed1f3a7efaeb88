package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code sign-in}. */
final class SignInReader {
    private static final List<String> ROLES = List.of("administrator", "instructor", "viewer");

    private final Problems problems;
    private final Path folder;

    SignInReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    List<LaurelConfig.SignIn> providers(List<Node> nodes) {
        List<LaurelConfig.SignIn> providers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            LaurelConfig.SignIn provider = provider(new Part(Fields.of(node, problems), problems, folder));
            providers.add(provider);
            if (!names.add(provider.name())) {
                problems.add(
                        node.place(), "the provider \"" + provider.name() + "\" a second time", "names that differ");
            }
        }
        return providers;
    }

    private static LaurelConfig.SignIn provider(Part part) {
        Fields fields = part.fields();
        fields.require("name", "issuer", "client-id");
        SourceReader.requireSecret(part, "client-secret");
        String name = fields.text("name").orElse("?");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            part.tell("name", "letters, digits, dots, dashes and underscores, at most 100");
        }
        URI issuer = part.uri("issuer").orElse(URI.create("http://127.0.0.1"));
        if (!issuer.getScheme().equals("https") && !issuer.getHost().matches("localhost|127[.0-9]*|\\[::1]")) {
            part.tell("issuer", "an https address: over http anybody on the way could sign in as somebody else");
        }
        Fields roles = part.below("roles").fields();
        Optional<String> claim = roles.text("claim");
        Map<String, String> given = new LinkedHashMap<>();
        for (String role : ROLES) {
            roles.text(role).ifPresent(value -> given.put(role, value));
        }
        if (!given.isEmpty()) {
            roles.require("claim");
        }
        roles.finish();
        LaurelConfig.SignIn provider = new LaurelConfig.SignIn(
                name,
                issuer,
                fields.text("client-id").orElse(""),
                part.secret("client-secret").orElse(""),
                claim.orElse(null),
                given);
        fields.finish();
        return provider;
    }
}
