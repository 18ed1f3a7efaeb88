package org.laurelbridge.bridge.secret;

import java.util.function.Supplier;

/** Secrets that Laurel made for itself: its keys. Sealed where they rest. */
public interface Secrets {

    /**
     * The secret of that name; made, sealed and kept at the first call ever. When two nodes make it at once, both get the one
     * that was kept.
     *
     * @throws SecretBox.CannotOpen when the secret key is not the one it was sealed under
     */
    byte[] getOrMake(String name, Supplier<byte[]> made);
}
