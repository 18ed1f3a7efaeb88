package org.laurelbridge.bridge.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;

/** A part of the configuration: what {@link Fields} reads, and addresses and secrets besides. */
record Part(Fields fields, Problems problems, Path folder) {

    /** The part below a key; empty when the key is absent. */
    Part below(String key) {
        return new Part(fieldsBelow(fields, key, problems), problems, folder);
    }

    static Fields fieldsBelow(Fields fields, String key, Problems problems) {
        return fields.fields(key).orElseGet(() -> Fields.of(new Node.Entries(fields.place(), Map.of()), problems));
    }

    /** An http or https address, without a slash at its end. */
    Optional<URI> uri(String key) {
        return uri(key, fields.text(key).map(text -> text.replaceAll("/+$", "")));
    }

    /** The same as it is written, for one that is asked and not built upon. */
    Optional<URI> wholeUri(String key) {
        return uri(key, fields.text(key));
    }

    private Optional<URI> uri(String key, Optional<String> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get());
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getUserInfo() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException notOne) {
            // told below with every other form that is no address
        }
        tell(key, "an http or https address with a host and without user and password");
        return Optional.empty();
    }

    /** Addresses and networks, as a list or with commas between. */
    List<Network> networks(String key) {
        List<Network> networks = new ArrayList<>();
        for (Node node : fields.oneOrMore(key)) {
            for (String text : fields.values().text(node).stream()
                    .flatMap(all -> Arrays.stream(all.split(",", -1)))
                    .toList()) {
                Network.of(text.strip())
                        .ifPresentOrElse(
                                networks::add,
                                () -> problems.add(node, "an address or a network, as 10.0.0.7 or 10.0.0.0/8"));
            }
        }
        return networks;
    }

    /** The same, of private ones alone. */
    List<Network> privateNetworks(String key) {
        List<Network> networks = networks(key);
        if (!networks.stream().allMatch(Network::isPrivate)) {
            tell(
                    key,
                    "networks within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 127.0.0.0/8 or fc00::/7: others are public, or nobody's");
        }
        return networks;
    }

    static Duration duration(Span span) {
        return span.unit().getDuration().multipliedBy(span.amount());
    }

    /** A secret: its text here, or the content of the file that {@code key-file} names. Never shown in a problem. */
    Optional<String> secret(String key) {
        Optional<String> here = fields.text(key);
        Optional<String> file = fields.text(key + "-file");
        if (here.isPresent() && file.isPresent()) {
            problems.add(fields.place(), "both " + key + " and " + key + "-file", "one of them");
        }
        return here.or(() -> file.flatMap(name -> content(key, name)));
    }

    private Optional<String> content(String key, String name) {
        try {
            String text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8)
                    .strip();
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        } catch (IOException unreadable) {
            // told below, with the empty file
        }
        tell(key + "-file", "a readable file that holds the secret");
        return Optional.empty();
    }

    /** One of the words, or the default. */
    String word(String key, String byDefault, String... words) {
        Map<String, String> known = new LinkedHashMap<>();
        for (String word : words) {
            known.put(word, word);
        }
        String found = fields.word(key, known).orElse(byDefault);
        fields.finish();
        return found;
    }

    /** Tells that the value of a key is not what it should be. */
    void tell(String key, String expected) {
        fields.node(key).ifPresent(node -> problems.add(node, expected));
    }
}
