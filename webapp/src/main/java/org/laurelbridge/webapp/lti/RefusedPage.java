package org.laurelbridge.webapp.lti;

import java.util.List;
import org.laurelbridge.bridge.lti.launch.Fault;
import org.laurelbridge.webapp.words.English;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/** Somebody is not let in: what to do for who came, and why for who set the tool up. */
public record RefusedPage(List<Saying> reasons) {
    public RefusedPage {
        reasons = List.copyOf(reasons);
    }

    static RefusedPage of(Saying reason) {
        return new RefusedPage(List.of(reason));
    }

    /** A login that nobody can go on with. */
    static RefusedPage ofAnother() {
        return of(Saying.of("lti.why.over"));
    }

    static RefusedPage ofFaults(List<Fault> faults) {
        return new RefusedPage(
                faults.stream().map(Fault::sentence).map(RefusedPage::asItIs).toList());
    }

    static RefusedPage ofProblems(List<Problem> problems) {
        return new RefusedPage(problems.stream()
                .map(Problem::toString)
                .map(RefusedPage::asItIs)
                .toList());
    }

    // who set the tool up reads these
    private static Saying asItIs(String text) {
        return Saying.of("lti.why.fault", new English(text));
    }
}
