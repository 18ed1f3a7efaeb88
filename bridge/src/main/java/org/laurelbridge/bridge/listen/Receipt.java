package org.laurelbridge.bridge.listen;

import java.util.List;
import java.util.UUID;

/** What became of a submission. */
public sealed interface Receipt {

    /**
     * Durable.
     *
     * @param ids of all its candidates, in their order
     * @param added statements that were new
     * @param known statements that were here already, equal
     * @param quarantined what an administrator has to look at
     */
    record Kept(List<UUID> ids, int added, int known, int quarantined) implements Receipt {
        public Kept {
            ids = List.copyOf(ids);
        }
    }

    /** Pushed, and these ids are known with another body: nothing of it was kept (xAPI 1.0.3 Data 2.3.1, 409). */
    record Conflict(List<UUID> ids) implements Receipt {
        public Conflict {
            ids = List.copyOf(ids);
        }
    }

    /** Pushed, and the source may not void these statements: nothing of it was kept (403). */
    record Forbidden(List<UUID> targets) implements Receipt {
        public Forbidden {
            targets = List.copyOf(targets);
        }
    }
}
