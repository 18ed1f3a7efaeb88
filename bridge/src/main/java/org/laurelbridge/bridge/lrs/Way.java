package org.laurelbridge.bridge.lrs;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.lrs.Finding.Mark;
import org.laurelbridge.bridge.lrs.Finding.Step;
import org.laurelbridge.bridge.lrs.Finding.What;

/**
 * A trial of the way to a server of any kind, below what it speaks: name, connection, TLS. It is the one that an LRS is tried by.
 *
 * @param findings one for each of the three, in that order
 */
public record Way(List<Finding> findings) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public Way {
        findings = List.copyOf(findings);
    }

    /** Tries it. Blocks for some seconds at most. */
    public static Way to(URI address) {
        List<Finding> found = new ArrayList<>();
        new Wire(address, PATIENCE, (step, what, details) -> {
                    found.add(Finding.of(step, what, details));
                    return what.mark() != Mark.BAD;
                })
                .reach();
        Stream.of(Step.NAME, Step.CONNECTION, Step.TLS)
                .skip(found.size())
                .forEach(step -> found.add(Finding.of(step, What.NOT_TRIED)));
        return new Way(found);
    }

    /** Whether a server was reached. */
    public boolean isOpen() {
        return findings.stream()
                .allMatch(finding ->
                        finding.what().mark() == Mark.GOOD || finding.what().mark() == Mark.NOTE);
    }
}
