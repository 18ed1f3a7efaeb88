package org.laurelbridge.bridge.config;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.subject.Retention;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Place;
import org.laurelbridge.document.Problems;
import org.laurelbridge.xapi.Problem;

/** Reads the configuration from a YAML file and the environment. All problems are told together. */
public final class ConfigReader {
    // of a session: shorter than what is written of it, nobody could use one
    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofDays(30);
    // whoever is wrong by a unit would lose what is under way
    private static final Duration SHORTEST_KEPT = Duration.ofDays(1);

    private final Map<String, String> environment;
    private final Problems problems = new Problems();

    private ConfigReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A configuration, or every problem it has. */
    public record Loaded(@Nullable LaurelConfig config, List<Problem> problems) {
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads.
     *
     * @param file null to use the environment and the defaults alone; relative paths in it are relative to its folder
     */
    public static Loaded read(@Nullable Path file, Map<String, String> environment) {
        return new ConfigReader(environment).read(file);
    }

    private Loaded read(@Nullable Path file) {
        Node.Entries document = document(file);
        Path folder = file == null ? Path.of("") : parent(file.toAbsolutePath());
        Fields fields = Fields.of(new Environment(environment, problems).over(document), problems);
        LaurelConfig config = config(fields, folder);
        fields.finish();
        return new Loaded(problems.isEmpty() ? config : null, problems.list());
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private Node.Entries document(@Nullable Path file) {
        Node.Entries nothing = new Node.Entries(new Place(String.valueOf(file), 1, 1, ""), Map.of());
        if (file == null) {
            return nothing;
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (DocumentReader.read(file.toString(), text).documents().isEmpty()
                    && text.lines().allMatch(ConfigReader::isComment)) {
                return nothing;
            }
            Optional<Node> node = DocumentReader.readOne(file.toString(), text, problems);
            if (node.isPresent() && !(node.get() instanceof Node.Entries)) {
                problems.add(node.get(), "a map of keys");
            }
            return node.isPresent() && node.get() instanceof Node.Entries entries ? entries : nothing;
        } catch (IOException e) {
            problems.add(nothing.place(), "no readable file", "a configuration file in UTF-8");
            return nothing;
        }
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private LaurelConfig config(Fields fields, Path folder) {
        Part part = new Part(fields, problems, folder);
        URI publicUrl = part.uri("public-url").orElse(URI.create("http://127.0.0.1:8080"));
        Path data = folder.resolve(fields.text("data").orElse("data"));
        LaurelConfig.Http http = new HttpReader(part).http(publicUrl);
        LaurelConfig.Storage database = database(part.below("database"), data);
        Optional<String> key = part.secret("secret-key");
        if (key.isEmpty() && !database.isEmbedded()) {
            problems.add(fields.place(), "no secret-key", "32 bytes in base64: with MySQL no file is made for it");
        }
        Profile issuer = new IssuerReader(part.below("issuer")).issuer(publicUrl);
        Path rules = fields.text("rules").map(folder::resolve).orElse(null);
        if (rules != null && !Files.isDirectory(rules)) {
            problems.add(fields.node("rules").orElseThrow(), "a folder that is there: " + rules);
        }
        SourceReader sources = new SourceReader(problems, folder);
        return new LaurelConfig(
                publicUrl,
                http,
                sessions(part.below("sessions")),
                new SignInReader(problems, folder).providers(fields.list("sign-in")),
                platformNetworks(part.below("lti")),
                data,
                database,
                key.map(text -> checkedKey(fields, "secret-key", text)).orElse(null),
                part.secret("old-secret-key")
                        .map(text -> checkedKey(fields, "old-secret-key", text))
                        .orElse(null),
                issuer,
                rules,
                sources.sources(fields.list("sources")),
                new TargetReader(problems, folder).targets(fields.list("targets")),
                new RosterReader(problems, folder).rosters(fields.list("rosters")),
                new Told(
                        new WebhookReader(problems, folder).webhooks(fields.list("webhooks")),
                        new MailReader(part.below("mail"))
                                .mail(fields.node("mail").isPresent())),
                retention(part.below("retention")),
                part.below("log").word("format", "text", "text", "json").equals("json"));
    }

    private static List<Network> platformNetworks(Part part) {
        List<Network> networks = part.privateNetworks("private-networks");
        part.fields().finish();
        return networks;
    }

    private static LaurelConfig.Sessions sessions(Part part) {
        LaurelConfig.Sessions usual = LaurelConfig.Sessions.USUAL;
        LaurelConfig.Sessions sessions = new LaurelConfig.Sessions(
                length(part, "idle").orElse(usual.idle()),
                length(part, "absolute").orElse(usual.absolute()));
        part.fields().finish();
        return sessions;
    }

    private static Retention retention(Part part) {
        Map<Retention.What, Duration> periods = new EnumMap<>(Retention.What.class);
        for (Retention.What what : Retention.What.values()) {
            String key = what.name().toLowerCase(Locale.ROOT);
            Optional<Duration> period = part.fields().span(key).map(Part::duration);
            if (period.filter(time -> time.compareTo(SHORTEST_KEPT) < 0).isPresent()) {
                part.tell(key, "a length of time of at least 1d");
            }
            period.ifPresent(time -> periods.put(what, time));
        }
        part.fields().finish();
        return new Retention(periods);
    }

    private static Optional<Duration> length(Part part, String key) {
        Optional<Duration> length = part.fields().span(key).map(Part::duration);
        if (length.filter(time -> time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0)
                .isPresent()) {
            part.tell(key, "a length of time from 2m to 30d");
        }
        return length;
    }

    private static LaurelConfig.Storage database(Part part, Path data) {
        String url =
                part.fields().text("url").orElse("jdbc:sqlite:{data}/laurel.db").replace("{data}", data.toString());
        LaurelConfig.Storage storage = new LaurelConfig.Storage(
                url,
                part.fields().text("user").orElse(null),
                part.secret("password").orElse(null));
        if (!storage.isEmbedded() && !url.startsWith("jdbc:mysql:")) {
            part.tell("url", "an address that starts with jdbc:sqlite: or jdbc:mysql: (MariaDB speaks the latter)");
        }
        part.fields().finish();
        return storage;
    }

    private String checkedKey(Fields fields, String name, String text) {
        try {
            if (Base64.getDecoder().decode(text).length == 32) {
                return text;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without showing what was found: it may be a secret
        }
        problems.add(
                fields.place(),
                "a " + name + " of another form",
                "32 bytes in base64, as `openssl rand -base64 32` gives");
        return text;
    }
}
