package org.laurelbridge.webapp.lti;

import java.util.List;
import org.laurelbridge.bridge.lti.launch.Fault;
import org.laurelbridge.xapi.Problem;

/** Somebody is not let in: what to do for who came, and why for who set the tool up. */
public record RefusedPage(List<String> reasons) {
    public RefusedPage {
        reasons = List.copyOf(reasons);
    }

    static RefusedPage of(String reason) {
        return new RefusedPage(List.of(reason));
    }

    /** A login that nobody can go on with. */
    static RefusedPage ofAnother() {
        return of(
                "This way in was used already, or took longer than ten minutes. Open Laurel from your platform again.");
    }

    static RefusedPage ofFaults(List<Fault> faults) {
        return new RefusedPage(faults.stream().map(Fault::sentence).toList());
    }

    static RefusedPage ofProblems(List<Problem> problems) {
        return new RefusedPage(problems.stream().map(Problem::toString).toList());
    }
}
