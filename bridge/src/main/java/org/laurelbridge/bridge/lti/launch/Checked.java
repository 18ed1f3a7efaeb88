package org.laurelbridge.bridge.lti.launch;

import java.util.List;

/** What came of looking at a token. */
public sealed interface Checked {
    /** All holds. */
    record Good(Launch launch) implements Checked {}

    /** At least one thing does not. What the platform did not sign is not looked at any further. */
    record Wrong(List<Fault> faults) implements Checked {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }
}
