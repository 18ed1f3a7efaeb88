package org.laurelbridge.bridge.send;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Attempt;

/** The badges of one learner at a host. Throws nothing for what a remote can do. */
public interface Shelf {

    /**
     * Puts a badge there, or its newer form in the place of an older one: twice the same is harmless.
     *
     * @param token the bearer token
     * @param form one that can be sent
     */
    Put put(Services services, String token, Form form);

    /** What stands there, up to a bound. */
    Listing list(Services services, String token);

    /** The one of a version. */
    static Shelf of(Map<Version, Shelf> shelves, Version version) {
        Shelf shelf = shelves.get(version);
        if (shelf == null) {
            throw new IllegalArgumentException("nobody speaks version " + version.word());
        }
        return shelf;
    }

    /** What came of putting. */
    sealed interface Put {
        /** An attempt like any other. */
        record Done(Attempt attempt) implements Put {}

        /** The token is not taken (401): another one may be. */
        record TokenRefused(String why) implements Put {}
    }

    /** What came of looking. */
    sealed interface Listing {
        /**
         * What stands there.
         *
         * @param isWhole false when there is more than is looked at
         */
        record Stands(List<Item> items, boolean isWhole) implements Listing {
            public Stands {
                items = List.copyOf(items);
            }
        }

        /** The token is not taken (401): another one may be. */
        record TokenRefused(String why) implements Listing {}

        /** It could not be read, in words. */
        record Unreadable(String why) implements Listing {}
    }

    /**
     * A badge at a host.
     *
     * @param id as its issuer gave it
     * @param validFrom of this form of it; null where its version has none
     */
    record Item(String id, @Nullable Instant validFrom) {}
}
