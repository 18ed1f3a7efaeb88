package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.subject.Retention;

/**
 * What an operator set, checked. Secrets are in it in plain: it is never logged or shown.
 *
 * @param platformNetworks private ones, where learning platforms may be asked
 * @param data folder of the embedded database and the secret key's file
 * @param secretKey 32 bytes in base64, null to use the file in {@code data}
 * @param oldSecretKey the one before, in base64; null for none
 * @param rules folder of rule documents, null for none
 */
public record LaurelConfig(
        URI publicUrl,
        Http http,
        Sessions sessions,
        List<SignIn> signIn,
        List<Network> platformNetworks,
        Path data,
        Storage database,
        @Nullable String secretKey,
        @Nullable String oldSecretKey,
        Profile issuer,
        @Nullable Path rules,
        List<Source> sources,
        List<GradeTarget> targets,
        List<MoodleRoster> rosters,
        Told told,
        Retention retention,
        boolean jsonLog) {

    public LaurelConfig {
        signIn = List.copyOf(signIn);
        platformNetworks = List.copyOf(platformNetworks);
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        rosters = List.copyOf(rosters);
    }

    /** The same, listening and known at another port; for a test or a demo. */
    public LaurelConfig with(URI otherPublicUrl, Http otherHttp) {
        return new LaurelConfig(
                otherPublicUrl,
                otherHttp,
                sessions,
                signIn,
                platformNetworks,
                data,
                database,
                secretKey,
                oldSecretKey,
                issuer,
                rules,
                sources,
                targets,
                rosters,
                told,
                retention,
                jsonLog);
    }

    /** The same, reading what is sealed under this key as well. */
    public LaurelConfig withOldSecretKey(String other) {
        return new LaurelConfig(
                publicUrl,
                http,
                sessions,
                signIn,
                platformNetworks,
                data,
                database,
                secretKey,
                other,
                issuer,
                rules,
                sources,
                targets,
                rosters,
                told,
                retention,
                jsonLog);
    }

    /**
     * The web server.
     *
     * @param port 0 for any free one
     * @param mostBytes that one request may bring
     * @param mostStatements that one request may bring
     * @param openMetrics anyone may read the metrics
     * @param proxies that are believed about whom they send a request for
     */
    public record Http(
            String host,
            int port,
            long mostBytes,
            int mostStatements,
            boolean openMetrics,
            List<Network> proxies,
            Guarding guarding) {
        public Http {
            proxies = List.copyOf(proxies);
        }

        /** The same, guarded as usual. */
        public Http(
                String host, int port, long mostBytes, int mostStatements, boolean openMetrics, List<Network> proxies) {
            this(host, port, mostBytes, mostStatements, openMetrics, proxies, Guarding.USUAL);
        }
    }

    /**
     * How the web server guards itself and who comes.
     *
     * @param tls null where it speaks plain http, by itself or to a proxy
     * @param strictTransport how long browsers shall ask by https alone (RFC 6797); zero to say nothing
     */
    public record Guarding(@Nullable Tls tls, Duration strictTransport, Requests requests) {
        /** What holds where nothing is set. */
        public static final Guarding USUAL = new Guarding(null, Duration.ofDays(365), Requests.USUAL);
    }

    /**
     * TLS by Laurel itself.
     *
     * @param certificate file
     * @param key file
     * @param password of the key, null when it is not encrypted
     * @param redirectPort where http is led to https, 0 for nowhere
     */
    public record Tls(Path certificate, Path key, @Nullable String password, int redirectPort) {
        @Override
        public String toString() {
            return "tls by " + certificate;
        }
    }

    /**
     * How many requests are taken in a minute; 0 for any number. Dear ones count as several.
     *
     * @param fromAddress or network of IPv6
     * @param ofPerson or of a program, by its token
     * @param ofSource that sends statements
     */
    public record Requests(int fromAddress, int ofPerson, int ofSource) {
        /** What holds where nothing is set: a class of 300 comes in at once from one address. */
        public static final Requests USUAL = new Requests(6_000, 3_000, 0);

        /** None is refused. */
        public static final Requests ANY = new Requests(0, 0, 0);
    }

    /**
     * How long somebody stays signed in.
     *
     * @param idle without asking for anything
     * @param absolute whatever they ask for
     */
    public record Sessions(Duration idle, Duration absolute) {
        /** What holds where nothing is set. */
        public static final Sessions USUAL = new Sessions(Duration.ofHours(2), Duration.ofHours(12));
    }

    /**
     * An OpenID provider that people sign in at.
     *
     * @param rolesClaim what tells what somebody may do here; null where the provider does not say so
     * @param roles which of its values gives which role, by the word of the role
     */
    public record SignIn(
            String name,
            URI issuer,
            String clientId,
            String clientSecret,
            @Nullable String rolesClaim,
            Map<String, String> roles) {
        public SignIn {
            roles = Map.copyOf(roles);
        }

        @Override
        public String toString() {
            return "sign-in at " + issuer;
        }
    }

    /** The database; user and password are null for SQLite. */
    public record Storage(
            String url, @Nullable String user, @Nullable String password) {
        public boolean isEmbedded() {
            return url.startsWith("jdbc:sqlite:");
        }

        /** Without user and password. */
        @Override
        public String toString() {
            return url.replaceAll("\\?.*", "");
        }
    }

    /** A source of statements: pushed, pulled, both or (for files) neither. */
    public record Source(
            String name, @Nullable Push push, @Nullable Pull pull) {}

    /** Credentials of a sender. */
    public record Push(String key, String secret, boolean versionHeaderRequired, boolean hooks) {
        @Override
        public String toString() {
            return "push as " + key;
        }
    }

    /** An LRS that is polled. */
    public record Pull(URI endpoint, String key, String secret, String version, Duration every, boolean earned) {
        @Override
        public String toString() {
            return "pull from " + endpoint;
        }
    }

    /** A gradebook: LTI or web services of a Moodle; exactly one of the two. */
    public record GradeTarget(
            String name, @Nullable Lti lti, @Nullable Moodle moodle) {}

    /** LTI Assignment and Grade Services. Null where the platform's own addresses serve. */
    public record Lti(
            URI root,
            String clientId,
            String deploymentId,
            boolean isMoodle,
            @Nullable URI tokenEndpoint,
            @Nullable String audience,
            @Nullable String lineItems,
            @Nullable String memberships,
            @Nullable String webServiceToken) {
        @Override
        public String toString() {
            return "lti " + root;
        }
    }

    /**
     * Moodle's web services.
     *
     * @param asAssignment grades go to assignments, with the remark as feedback
     */
    public record Moodle(URI root, String token, boolean asAssignment, List<Place> places) {
        public Moodle {
            places = List.copyOf(places);
        }

        @Override
        public String toString() {
            return "moodle " + root;
        }
    }

    /** The activity that takes a badge's grade; the course is empty where a badge has but one. */
    public record Place(String badge, String course, String activity) {}

    /**
     * A Moodle whose rosters are read by web services.
     *
     * @param courses by their numbers; empty for all
     * @param trustsEmail whether somebody is who their address there says
     */
    public record MoodleRoster(
            String name, URI root, String token, List<String> courses, Duration every, boolean trustsEmail) {
        public MoodleRoster {
            courses = List.copyOf(courses);
        }

        @Override
        public String toString() {
            return "rosters of " + root;
        }
    }

    /** The names of all sources. */
    public Set<String> sourceNames() {
        return sources.stream().map(Source::name).collect(Collectors.toUnmodifiableSet());
    }

    /** A source by its name. */
    public Optional<Source> source(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }
}
