package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.award.AwardId;

/** Makes every public address, below the installation's own, and reads those of badges, awards and keys back. */
public final class Addresses {

    private static final String BADGES = "badges";
    private static final String AWARDS = "awards";
    private static final String KEYS = "keys";
    private static final String ISSUER = "issuer";
    private static final String STATUS = "status";
    private static final String REFRESH = "refresh";

    private final URI root;
    private final String base;

    /**
     * @param publicUrl absolute, http or https, without query and fragment; a slash at its end is of no account
     * @throws IllegalArgumentException when it is otherwise
     */
    public Addresses(URI publicUrl) {
        if (!isWeb(publicUrl) || publicUrl.getRawQuery() != null || publicUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("public-url is " + publicUrl
                    + ", expected http or https, a host, perhaps a port and a path, and nothing else");
        }
        String text = publicUrl.toString();
        this.base = text.replaceAll("/+$", "");
        this.root = URI.create(base);
    }

    /** What all addresses begin with, without a slash at its end. */
    public URI root() {
        return root;
    }

    /** Any page of ours. */
    public URI at(String first, String... more) {
        StringBuilder address = new StringBuilder(base).append('/').append(segment(first));
        for (String part : more) {
            address.append('/').append(segment(part));
        }
        return URI.create(address.toString());
    }

    /** What a badge means, in its newest version. */
    public URI badge(String badge) {
        return at(BADGES, badge);
    }

    /** What a badge means in one version: the id of its Open Badges 3.0 Achievement. */
    public URI badge(String badge, int version) {
        return at(BADGES, badge, Integer.toString(version));
    }

    /** A form of a badge in one version. */
    public URI badge(String badge, int version, BadgeForm form) {
        return form.below(badge(badge, version));
    }

    /** What a badge means in one version, in another language. */
    public URI badge(String badge, int version, String language) {
        return at(BADGES, badge, Integer.toString(version), language);
    }

    /** An award: the id of its Open Badges 3.0 credential and its page. */
    public URI award(AwardId award) {
        return at(AWARDS, award.toString());
    }

    /** A form of an award. */
    public URI award(AwardId award, AwardForm form) {
        return form.below(award(award));
    }

    /** The issuer's page. */
    public URI issuer() {
        return at(ISSUER);
    }

    /** A form of the issuer. */
    public URI issuer(IssuerForm form) {
        return form.below(issuer());
    }

    /** One bare key. */
    public URI key(String id) {
        return at(ISSUER, KEYS, id);
    }

    /** A form of a key. */
    public URI key(String id, KeyForm form) {
        return form.below(key(id));
    }

    /** A status list. */
    public URI status(UUID list) {
        return at(STATUS, list.toString());
    }

    /** Where whoever has a credential gets its newest form. */
    public URI refresh(UUID refresh) {
        return at(REFRESH, refresh.toString());
    }

    /**
     * Reads the part of an address that follows the root, as {@code /badges/k8s-quiz/1/ob2.json}.
     *
     * @return empty when no badge, award or issuer's document stands there
     */
    public static Optional<Place> parse(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        List<String> parts;
        try {
            parts = Arrays.stream(rawPath.substring(1).split("/", -1))
                    .map(Addresses::text)
                    .toList();
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
        String rest = parts.size() > 1 ? parts.get(1) : "";
        return switch (parts.get(0)) {
            case BADGES -> badge(parts);
            case AWARDS -> award(parts);
            case STATUS -> parts.size() == 2 ? uuid(rest).map(StatusListPlace::new) : Optional.empty();
            case REFRESH -> parts.size() == 2 ? uuid(rest).map(RefreshPlace::new) : Optional.empty();
            case ISSUER -> rest.equals(KEYS) ? key(parts) : issuer(parts);
            default -> Optional.empty();
        };
    }

    /** The same for a whole address of this installation. */
    public Optional<Place> parse(URI address) {
        String text = address.toString();
        return text.startsWith(base + "/") ? parse(text.substring(base.length())) : Optional.empty();
    }

    /** The award of which an address was written by this installation, wherever it stood then: a trial one moves. */
    public static Optional<AwardId> award(String address) {
        int start = address.lastIndexOf("/" + AWARDS + "/");
        return start < 0
                ? Optional.empty()
                : parse(address.substring(start)).map(place -> ((AwardPlace) place).award());
    }

    private static Optional<Place> key(List<String> parts) {
        if (parts.size() < 3 || parts.size() > 4) {
            return Optional.empty();
        }
        String name = parts.size() == 4 ? parts.get(3) : "";
        return form(KeyForm.values(), name).map(form -> new KeyPlace(parts.get(2), form));
    }

    private static Optional<Place> issuer(List<String> parts) {
        String name = parts.size() == 2 ? parts.get(1) : "";
        return parts.size() > 2
                ? Optional.empty()
                : form(IssuerForm.values(), name).map(IssuerPlace::new);
    }

    private static Optional<Place> badge(List<String> parts) {
        if (parts.size() < 3 || parts.size() > 4 || !parts.get(2).matches("[1-9][0-9]{0,8}")) {
            return parts.size() == 2 && !parts.get(1).isEmpty()
                    ? Optional.of(new NewestBadge(parts.get(1)))
                    : Optional.empty();
        }
        int version = Integer.parseInt(parts.get(2));
        String name = parts.size() == 4 ? parts.get(3) : "";
        if (name.matches("[a-z]{2,4}(-[A-Za-z0-9]{2,4}){0,2}")) {
            return Optional.of(new BadgeEdition(parts.get(1), version, name));
        }
        return form(BadgeForm.values(), name).map(form -> new BadgePlace(parts.get(1), version, form));
    }

    private static Optional<Place> award(List<String> parts) {
        if (parts.size() < 2 || parts.size() > 3) {
            return Optional.empty();
        }
        String name = parts.size() == 3 ? parts.get(2) : "";
        return uuid(parts.get(1))
                .flatMap(id -> form(AwardForm.values(), name).map(form -> new AwardPlace(new AwardId(id), form)));
    }

    private static <F extends Form> Optional<F> form(F[] forms, String name) {
        return Arrays.stream(forms).filter(form -> form.file().equals(name)).findFirst();
    }

    // UUID.fromString takes 1-2-3-4-5 too: one award would have many addresses
    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What can stand at an address of ours. */
    public sealed interface Place {}

    /** {@code /badges/{badge}}. */
    public record NewestBadge(String badge) implements Place {}

    /** {@code /badges/{badge}/{version}} or below it. */
    public record BadgePlace(String badge, int version, BadgeForm form) implements Place {}

    /** {@code /badges/{badge}/{version}/{language}}. */
    public record BadgeEdition(String badge, int version, String language) implements Place {}

    /** {@code /awards/{id}} or below it. */
    public record AwardPlace(AwardId award, AwardForm form) implements Place {}

    /** {@code /issuer} or below it. */
    public record IssuerPlace(IssuerForm form) implements Place {}

    /** {@code /status/{list}}. */
    public record StatusListPlace(UUID list) implements Place {}

    /** {@code /refresh/{refresh}}. */
    public record RefreshPlace(UUID refresh) implements Place {}

    /** {@code /issuer/keys/{id}} or below it. */
    public record KeyPlace(String id, KeyForm form) implements Place {}

    private interface Form {
        String file();

        default URI below(URI page) {
            return file().isEmpty() ? page : URI.create(page + "/" + file());
        }
    }

    /** The forms of a badge. */
    public enum BadgeForm implements Form {
        PAGE(""),
        OB2("ob2.json"),
        PICTURE("image.svg"),
        PICTURE_PNG("image.png");

        private final String file;

        BadgeForm(String file) {
            this.file = file;
        }

        @Override
        public String file() {
            return file;
        }
    }

    /** The forms of an award. */
    public enum AwardForm implements Form {
        PAGE(""),
        OB3("ob3.json"),
        OB3_JWT("ob3.jwt"),
        OB2("ob2.json"),
        OB2_JWS("ob2.jws"),
        OB2_PNG("ob2.png"),
        OB2_SVG("ob2.svg"),
        PNG("badge.png"),
        SVG("badge.svg"),
        CLR("clr.json"),
        CLR_JWT("clr.jwt"),
        CLR_PNG("clr.png"),
        CLR_SVG("clr.svg"),
        CERTIFICATE("certificate.pdf");

        private final String file;

        AwardForm(String file) {
            this.file = file;
        }

        @Override
        public String file() {
            return file;
        }
    }

    /** The documents of the issuer. */
    public enum IssuerForm implements Form {
        PAGE(""),
        OB2("ob2.json"),
        OB2_REVOKED("ob2-revoked.json"),
        DID("did.json"),
        JWKS("jwks.json");

        private final String file;

        IssuerForm(String file) {
            this.file = file;
        }

        @Override
        public String file() {
            return file;
        }
    }

    /** The documents of a key. */
    public enum KeyForm implements Form {
        BARE(""),
        OB2("ob2.json");

        private final String file;

        KeyForm(String file) {
            this.file = file;
        }

        @Override
        public String file() {
            return file;
        }
    }
}
