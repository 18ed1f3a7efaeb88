package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.config.Told.Hook;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.webhook.Webhook;
import org.laurelbridge.bridge.deliver.webhook.WebhookSecret;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;

/** Reads {@code webhooks}. */
final class WebhookReader {
    private static final List<String> TYPES =
            EnumSet.allOf(What.class).stream().map(What::type).toList();

    private final Problems problems;
    private final Path folder;

    WebhookReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    List<Hook> webhooks(List<Node> nodes) {
        List<Hook> webhooks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            Hook hook = hook(new Part(Fields.of(node, problems), problems, folder));
            webhooks.add(hook);
            if (!names.add(hook.webhook().name())) {
                problems.add(node.place(), "a name given twice", "names that differ");
            }
        }
        return webhooks;
    }

    private Hook hook(Part part) {
        Fields fields = part.fields();
        fields.require("name", "url");
        SourceReader.requireSecret(part, "secret");
        String name = fields.text("name").orElse("?");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            part.tell("name", "letters, digits, dots, dashes and underscores, at most 80");
        }
        List<WebhookSecret> secrets = new ArrayList<>();
        secret(part, "secret").ifPresent(secrets::add);
        secret(part, "old-secret").ifPresent(secrets::add);
        Hook hook = new Hook(
                new Webhook(name, part.wholeUri("url").orElse(URI.create("http://invalid")), secrets, events(fields)),
                part.privateNetworks("private-networks"));
        fields.finish();
        return hook;
    }

    // what was found is a secret, too: it is not shown
    private Optional<WebhookSecret> secret(Part part, String key) {
        Optional<String> text = part.secret(key);
        Optional<WebhookSecret> secret = text.flatMap(WebhookSecret::of);
        if (text.isPresent() && secret.isEmpty()) {
            problems.add(
                    part.fields().place(),
                    "a " + key + " of another form",
                    "whsec_ and 24 to 64 bytes in base64, as `echo whsec_$(openssl rand -base64 32)` gives");
        }
        return secret;
    }

    private Set<What> events(Fields fields) {
        Set<What> events = EnumSet.noneOf(What.class);
        List<Node> nodes = fields.oneOrMore("events");
        for (Node node : nodes) {
            for (String text : fields.values().text(node).orElse("").split(",", -1)) {
                What.ofType(text.strip())
                        .ifPresentOrElse(events::add, () -> problems.add(node, Words.expected(text.strip(), TYPES)));
            }
        }
        return nodes.isEmpty() ? EnumSet.allOf(What.class) : events;
    }
}
