package org.laurelbridge.bridge.verify.key;

import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.key.ListedKeys.Listed;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the key of a signature with its issuer, never with the signature: this installation's own issuer without the network, did:key
 * out of itself, did:web and https by asking. A key is the issuer's when the issuer's document lists it, or when it stands below an
 * https issuer that has a path of its own: the same site is not enough, since many may put files there.
 */
public final class IssuerKeys {

    private final IssuerIdentity ours;

    public IssuerKeys(IssuerIdentity ours) {
        this.ours = ours;
    }

    /**
     * How a signature names its key.
     *
     * @param method a DID with a fragment or an https address; empty when it names none
     * @param jwk the key itself, from a token's header; null when it holds none
     */
    public record Named(String method, @Nullable JsonNode jwk) {

        /**
         * The key that it shows without anybody being asked: in a did:key, behind the hash of an address, or in a token's header. It
         * tells whether something was changed since it was signed, never who signed it.
         */
        public Optional<PublicKey> itself() {
            if (jwk != null) {
                return KeyTexts.jwk(jwk);
            }
            String text = method.substring(method.indexOf('#') + 1);
            return KeyTexts.multibase(text.startsWith("did:key:") ? text.substring("did:key:".length()) : text);
        }

        String words() {
            return method.isEmpty() ? "a key that has no name" : method;
        }
    }

    /**
     * What was found.
     *
     * @param key null when the issuer does not list it or could not be asked
     * @param line that says so
     */
    public record Found(@Nullable PublicKey key, Line line) {}

    /** The key of an issuer by its name. */
    public Found find(String issuer, Named named, Visit visit) {
        if (issuer.equals(ours.did())) {
            Optional<PublicKey> own = ours.findKey(issuer, named.method());
            if (own.isPresent()) {
                return new Found(own.get(), Line.of(Reason.ISSUER_OURS));
            }
            if (webAddress(named.method()).isEmpty()) {
                return new Found(null, Line.of(Reason.ISSUER_LISTS_NOT, issuer, named.words()));
            }
        }
        if (issuer.startsWith("did:key:")) {
            return keyAlone(issuer, named);
        }
        Optional<URI> document = issuer.startsWith("did:web:")
                ? WebDid.document(issuer)
                : webAddress(issuer).map(IssuerKeys::withoutFragment);
        return document.map(address -> ask(new Asked(issuer, address, named, visit)))
                .orElseGet(() -> new Found(null, unasked(issuer)));
    }

    private static Line unasked(String issuer) {
        return Line.of(issuer.startsWith("urn:") ? Reason.ISSUER_NO_ADDRESS : Reason.ISSUER_METHOD, issuer);
    }

    private static Found keyAlone(String issuer, Named named) {
        String multibase = issuer.substring("did:key:".length());
        Optional<PublicKey> key = KeyTexts.multibase(multibase);
        boolean isNamed = named.method().isEmpty()
                ? named.jwk() == null || KeyTexts.jwk(named.jwk()).equals(key)
                : named.method().equals(issuer) || named.method().equals(issuer + "#" + multibase);
        return key.isPresent() && isNamed
                ? new Found(key.get(), Line.of(Reason.ISSUER_KEY_ALONE, issuer))
                : new Found(null, Line.of(Reason.ISSUER_LISTS_NOT, issuer, named.words()));
    }

    /** @param document where the issuer says who it is */
    private record Asked(String issuer, URI document, Named named, Visit visit) {}

    private static Found ask(Asked asked) {
        String method = asked.named().method();
        boolean isWithin = !asked.issuer().startsWith("did:")
                && hasPath(asked.document())
                && isBelow(method, asked.document().toString());
        Optional<Found> within =
                isWithin ? webAddress(method).flatMap(key -> keyDocument(asked, key)) : Optional.empty();
        return within.orElseGet(() -> issuerDocument(asked));
    }

    /** A document of the key alone. It may leave out whose it is, not say that it is somebody else's. */
    private static Optional<Found> keyDocument(Asked asked, URI address) {
        if (!(asked.visit().getOrRemember(withoutFragment(address)) instanceof Answer answer)
                || !answer.isGood()
                || !answer.isOfHostOf(address)
                || !(Documents.read(answer.text()) instanceof Read.Good good)) {
            return Optional.empty();
        }
        return ListedKeys.of(good.object(), asked.visit().now()).stream()
                .filter(key -> key.controller().isEmpty() || key.controller().equals(asked.issuer()))
                .filter(key ->
                        key.id().equals(address.toString()) || good.object().has("kty"))
                .map(key -> listed(asked, key, answer.at()))
                .findFirst();
    }

    private static Found issuerDocument(Asked asked) {
        Fetched fetched = asked.visit().getOrRemember(asked.document());
        if (!(fetched instanceof Answer answer)) {
            return new Found(null, Line.of(Reason.ISSUER_FAILED, asked.issuer(), ((Fetched.Failed) fetched).why()));
        }
        String address = asked.document().toString();
        if (!answer.isGood()) {
            return new Found(null, unanswered(answer, asked.issuer(), address));
        }
        Read read = Documents.read(answer.text());
        if (!answer.isOfHostOf(asked.document())) {
            return new Found(null, Line.of(Reason.ISSUER_BROKEN, address, "it leads to " + answer.address()));
        }
        if (!(read instanceof Read.Good good)) {
            return new Found(null, Line.of(Reason.ISSUER_BROKEN, address, ((Read.Bad) read).why()));
        }
        String id = Documents.textOrEmpty(good.object(), "id");
        boolean isBareKey = id.equals(asked.named().method());
        if (!id.isEmpty() && !id.equals(asked.issuer()) && !isBareKey) {
            return new Found(null, Line.of(Reason.ISSUER_BROKEN, address, "it is of " + id));
        }
        List<Listed> keys = ListedKeys.of(good.object(), asked.visit().now()).stream()
                .filter(key -> key.controller().isEmpty() || key.controller().equals(asked.issuer()))
                .toList();
        return keys.stream()
                .filter(key -> isNamed(key, asked.named()))
                .map(key -> listed(asked, key, answer.at()))
                .findFirst()
                .or(() -> referred(asked, good.object()))
                .or(() -> copied(asked, keys))
                .orElseGet(() -> new Found(
                        null,
                        Line.of(
                                Reason.ISSUER_LISTS_NOT,
                                asked.issuer(),
                                asked.named().words())));
    }

    /** A key that the issuer's document lists by its address alone. */
    private static Optional<Found> referred(Asked asked, ObjectNode document) {
        String method = asked.named().method();
        boolean isListed =
                Documents.holds(document, "assertionMethod", method) || Documents.holds(document, "publicKey", method);
        return isListed ? webAddress(method).flatMap(key -> keyDocument(asked, key)) : Optional.empty();
    }

    /** A key that the issuer's document lists by another name, and that stands at this one below the document. */
    private static Optional<Found> copied(Asked asked, List<Listed> keys) {
        String method = asked.named().method();
        return isBelow(method, folder(asked.document()))
                ? webAddress(method)
                        .flatMap(key -> keyDocument(asked, key))
                        .filter(found -> keys.stream().anyMatch(key -> key.key().equals(found.key())))
                : Optional.empty();
    }

    // a server that is broken says nothing; one that has no such document does
    private static Line unanswered(Answer answer, String issuer, String address) {
        return answer.status() >= 500
                ? Line.of(Reason.ISSUER_FAILED, issuer, "status " + answer.status())
                : Line.of(Reason.ISSUER_STATUS, address, Integer.toString(answer.status()));
    }

    private static boolean isNamed(Listed key, Named named) {
        if (named.method().equals(key.id())) {
            return !key.id().isEmpty();
        }
        return named.jwk() != null
                && KeyTexts.jwk(named.jwk()).filter(key.key()::equals).isPresent();
    }

    private static Found listed(Asked asked, Listed key, Instant at) {
        return new Found(key.key(), Line.of(Reason.ISSUER_LISTS, asked.issuer()).asOf(at));
    }

    private static Optional<URI> webAddress(String text) {
        return Documents.address(text)
                .filter(address -> "https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                .filter(address -> address.getHost() != null);
    }

    // no way out of the folder again, written plainly or escaped
    private static boolean isBelow(String method, String folder) {
        String home = folder.endsWith("/") ? folder : folder + "/";
        return method.startsWith(home) && !method.contains("..") && !method.contains("%") && !method.contains("\\");
    }

    // a script that is told by its query what to answer may be told anything
    private static boolean hasPath(URI issuer) {
        return !issuer.getRawPath().matches("/*") && issuer.getRawQuery() == null;
    }

    /** The folder that an issuer's document stands for: its own address, or where its DID document is. */
    private static String folder(URI document) {
        return document.toString().replaceFirst("(\\.well-known/)?did\\.json$", "");
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }
}
