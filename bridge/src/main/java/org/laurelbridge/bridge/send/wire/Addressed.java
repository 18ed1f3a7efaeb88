package org.laurelbridge.bridge.send.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;

/**
 * Reads the addresses that a discovery document names, and remembers what is missing. Full addresses are expected; one that begins with
 * a slash is of the document's own host, and one that begins with a host, as in the specification's own examples, is of https.
 */
public final class Addressed {

    private static final Pattern HOST_FIRST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?(/.*)?");

    private final URI document;
    private final boolean mayBePlain;
    private final List<String> problems = new ArrayList<>();

    /** @param document where it was found: only one that came without https may name addresses without */
    public Addressed(URI document) {
        this.document = document;
        this.mayBePlain = "http".equalsIgnoreCase(document.getScheme());
    }

    /** The address in a member that must be there; the document's own where it is not, which is a problem. */
    public URI required(JsonNode node, String member) {
        URI found = optional(node, member);
        if (found == null && Documents.text(node, member) == null) {
            problems.add(member + " is missing");
        }
        return found == null ? document : found;
    }

    /** The address in a member; null when it is missing, or wrong, which is a problem. */
    public @Nullable URI optional(JsonNode node, String member) {
        String text = Documents.text(node, member);
        if (text == null) {
            return null;
        }
        Optional<URI> address = Documents.address(whole(text.strip())).map(document::resolve);
        if (address.isEmpty() || address.get().getHost() == null) {
            problems.add(member + " is \"" + text + "\", expected an address with https");
            return null;
        }
        String scheme = address.get().getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(mayBePlain && scheme.equals("http"))) {
            problems.add(member + " is " + text + ", expected https");
            return null;
        }
        return address.get();
    }

    private String whole(String text) {
        return HOST_FIRST.matcher(text).matches() ? document.getScheme() + "://" + text : text;
    }

    /** Adds a problem. */
    public void tell(String problem) {
        problems.add(problem);
    }

    public boolean isRight() {
        return problems.isEmpty();
    }

    /** All problems, in a sentence. */
    public String words() {
        return document + ": " + String.join("; ", problems) + ".";
    }
}
