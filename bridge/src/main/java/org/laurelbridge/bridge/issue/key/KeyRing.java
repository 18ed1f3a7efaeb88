package org.laurelbridge.bridge.issue.key;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.issue.key.Keys.Algorithm;
import org.laurelbridge.bridge.issue.key.Keys.Entry;
import org.laurelbridge.bridge.secret.Secrets;

/**
 * The keys of an installation: the newest of each kind signs, the older ones stay published, so that what they signed holds. Which
 * keys there are is asked each time, since another node may have changed it. Safe for many threads.
 */
public final class KeyRing implements Recorded<KeyRing> {

    private final Keys keys;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<String, IssuerKey> read;

    private KeyRing(Keys keys, Secrets secrets, InstantSource clock, Map<String, IssuerKey> read) {
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
        this.read = read;
    }

    /** Opens the ring; a key of each kind is made at the first start ever. Two nodes that start at once make the same. */
    public static KeyRing open(Keys keys, Secrets secrets, InstantSource clock) {
        KeyRing ring = new KeyRing(keys, secrets, clock, new ConcurrentHashMap<>());
        for (Algorithm algorithm : Algorithm.values()) {
            if (ring.published(algorithm).findAny().isEmpty()) {
                ring.add(algorithm, "issuer-key-" + algorithm.word());
            }
        }
        return ring;
    }

    @Override
    public KeyRing by(Doer doer) {
        return new KeyRing(keys.by(doer), secrets, clock, read);
    }

    /** The key that signs embedded proofs. */
    public Ed25519Key ed25519() {
        return listEd25519().get(0);
    }

    /** The key that signs JWTs. */
    public RsaKey rs256() {
        return listRs256().get(0);
    }

    /** The published keys of embedded proofs, the newest first. */
    public List<Ed25519Key> listEd25519() {
        return published(Algorithm.ED25519).map(Ed25519Key.class::cast).toList();
    }

    /** The published keys of JWTs, the newest first. */
    public List<RsaKey> listRs256() {
        return published(Algorithm.RS256).map(RsaKey.class::cast).toList();
    }

    /** All keys that ever were, the newest first. */
    public List<Entry> list() {
        return keys.list();
    }

    /** Whether a key signs now: the newest of its kind that is published. */
    public boolean isSigning(Entry entry) {
        return published(entry.algorithm())
                .findFirst()
                .filter(key -> key.id().equals(entry.id()))
                .isPresent();
    }

    /** A new key signs from now on; what others signed still holds. */
    public IssuerKey rotate(Algorithm algorithm) {
        return add(algorithm, "issuer-key-" + algorithm.word() + "-" + UUID.randomUUID());
    }

    /**
     * Takes back a key that somebody else may have: it is not published any more, and what it signed is signed anew.
     *
     * @throws NoSuchElementException when there is no such key, or it is withdrawn already
     */
    public void withdraw(String id) {
        Entry entry = keys.list().stream()
                .filter(one -> one.id().equals(id) && !one.withdrawn())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no published key " + id));
        boolean isOnlyOne = keys.list().stream()
                        .filter(one -> one.algorithm() == entry.algorithm() && !one.withdrawn())
                        .count()
                == 1;
        if (isOnlyOne) {
            rotate(entry.algorithm());
        }
        keys.withdraw(id, clock.instant());
    }

    /**
     * All published keys as a file, for a move.
     *
     * @param passphrase under which they are sealed
     */
    public String export(char[] passphrase) {
        List<Entry> published =
                keys.list().stream().filter(entry -> !entry.withdrawn()).toList();
        keys.tell(published.stream().map(Entry::id).toList());
        return KeyFile.write(
                published.stream()
                        .map(entry -> new KeyFile.Kept(entry.algorithm(), entry.created(), secret(entry)))
                        .toList(),
                passphrase);
    }

    /**
     * Adds the keys of a file. They keep their time: what is newest signs.
     *
     * @return how many were not there
     * @throws IllegalArgumentException when it is no such file or the passphrase is another; nothing was added
     */
    public int add(String file, char[] passphrase) {
        Set<String> before = keys.list().stream().map(Entry::id).collect(Collectors.toSet());
        int added = 0;
        for (KeyFile.Kept kept : KeyFile.read(file, passphrase)) {
            String id = kept.algorithm().read(kept.secret()).id();
            if (before.add(id)) {
                String name = "issuer-key-" + kept.algorithm().word() + "-" + id;
                secrets.getOrMake(name, kept::secret);
                keys.add(new Entry(id, kept.algorithm(), name, kept.created(), false));
                added++;
            }
        }
        return added;
    }

    private IssuerKey add(Algorithm algorithm, String secret) {
        IssuerKey key = algorithm.read(secrets.getOrMake(secret, algorithm::make));
        keys.add(new Entry(key.id(), algorithm, secret, afterAll(), false));
        return key;
    }

    /** Now, but later than every other key, whatever the clock says: the newest signs. */
    private Instant afterAll() {
        Instant now = clock.instant();
        return keys.list().stream()
                .map(entry -> entry.created().plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private Stream<IssuerKey> published(Algorithm algorithm) {
        return keys.list().stream()
                .filter(entry -> entry.algorithm() == algorithm && !entry.withdrawn())
                .map(this::read);
    }

    private IssuerKey read(Entry entry) {
        return read.computeIfAbsent(entry.id(), id -> entry.algorithm().read(secret(entry)));
    }

    private byte[] secret(Entry entry) {
        return secrets.getOrMake(entry.secret(), () -> {
            throw new IllegalStateException("the secret of the key " + entry.id() + " is gone");
        });
    }
}
