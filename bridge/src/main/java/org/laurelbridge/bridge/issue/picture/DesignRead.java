package org.laurelbridge.bridge.issue.picture;

import java.util.List;
import org.laurelbridge.xapi.Problem;

/** What came of reading a design. */
public sealed interface DesignRead {

    /** One that can be drawn and read. */
    record Good(PictureDesign design) implements DesignRead {}

    /**
     * One that cannot.
     *
     * @param problems at least one; places are JSON pointers, as {@code /text/0}
     */
    record Bad(List<Problem> problems) implements DesignRead {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
