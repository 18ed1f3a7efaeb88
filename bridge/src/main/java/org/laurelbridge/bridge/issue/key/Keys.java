package org.laurelbridge.bridge.issue.key;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.bridge.audit.Recorded;

/** Which keys an installation has. */
public interface Keys extends Recorded<Keys> {

    /** All that were ever there, the newest first. */
    List<Entry> list();

    /** Adds a key; one that is there already stays as it is. */
    void add(Entry entry);

    /** These were given out in a file. */
    void tell(List<String> exported);

    /** From now on nothing is known by this key any more: whatever it signed is to be signed anew. */
    void withdraw(String id, Instant now);

    /**
     * A key.
     *
     * @param id of the key itself
     * @param secret the name of the secret that it is
     * @param withdrawn whether strangers are not told of it any more
     */
    record Entry(String id, Algorithm algorithm, String secret, Instant created, boolean withdrawn) {}

    /** What it signs with. */
    enum Algorithm {
        ED25519,
        RS256;

        /** As it is kept and shown: {@code ed25519}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        IssuerKey read(byte[] secret) {
            return this == ED25519 ? new Ed25519Key(secret) : new RsaKey(secret);
        }

        byte[] make() {
            return this == ED25519 ? Ed25519Key.make() : RsaKey.make();
        }
    }
}
