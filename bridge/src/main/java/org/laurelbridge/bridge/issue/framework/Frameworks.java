package org.laurelbridge.bridge.issue.framework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;

/** Frameworks that were imported, and their items. What was imported once is kept: what is gone from a framework is retired. */
public interface Frameworks extends Recorded<Frameworks> {

    /** All of them, by name and language. */
    List<Framework> list(Instant now);

    Optional<Framework> find(long id, Instant now);

    /** The frameworks of a name, in whatever way it is written (see {@link FrameworkName}): one for each language, English first. */
    List<Framework> find(String name, Instant now);

    /**
     * The item of a framework with exactly this code; where the framework is there in several languages, in English if it can be.
     *
     * @param framework its name, in whatever way it is written
     */
    Optional<KnownItem> find(String framework, String code);

    /**
     * Items whose code, name or other names hold all these words, or begin with them: first those that are found by their code,
     * then by the beginning of their name. Without any word all items, in the order of the file.
     *
     * @param after where the page before ended; null for the first
     * @throws IllegalArgumentException when {@code after} is no end of a page
     */
    Page search(long framework, String words, @Nullable String after, int limit);

    /**
     * Begins to take in a framework anew, unseen by anybody until it has been finished. Another one of the same framework that has
     * not been finished comes to nothing.
     */
    Loading begin(Heading heading, Instant now);

    /**
     * Some items.
     *
     * @param after where the next page begins; null on the last
     */
    record Page(List<KnownItem> items, @Nullable String after) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** What a framework is called. See {@link Framework}. */
    record Heading(String name, String language, Format format) {}

    /** A framework that is being taken in. Used by one thread. */
    interface Loading {

        /** Takes in items with codes that none before had. */
        void add(Collection<Item> items);

        /** Sets what items that were added are part of, by code; of codes that are not there nothing happens. */
        void broaden(Map<String, String> parents);

        /**
         * Makes all that was added what holds, at once; items that were there and are not any more are retired. Credentials of badges
         * that name an item which is told otherwise now are signed anew; those that name a retired one stay as they are.
         */
        Changes finish(String version, Instant now, AlignedBadges badges);

        /** Forgets all that was added. */
        void drop();
    }

    /**
     * What an import did to a framework.
     *
     * @param added items that were not there
     * @param changed items that are told otherwise now
     * @param retired items that stood before and do not any more
     * @param returned items that had been retired and stand again
     */
    record Changes(long framework, long items, long added, long changed, long retired, long returned) {}

    /** Another import of the same framework began later: this one comes to nothing. */
    final class Overtaken extends RuntimeException {
        public Overtaken() {
            super("another import of this framework began meanwhile, so this one was given up");
        }
    }
}
