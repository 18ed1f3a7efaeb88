package org.laurelbridge.bridge.verify.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param lines in the order of {@link Check}
 * @param shown what the badge says, null when it could not be read. Believe it no more than the verdict
 * @param recipients to compare with, never to show
 * @param inside the badges inside a record (CLR), each with its own report
 */
public record Report(
        Verdict verdict, List<Line> lines, @Nullable Shown shown, Recipients recipients, List<Report> inside) {

    /** Whose it is and, of a record, whose each of the badges inside is, at every depth. */
    public List<Recipients> everyRecipients() {
        return Stream.concat(Stream.of(recipients), inside.stream().flatMap(one -> one.everyRecipients().stream()))
                .toList();
    }

    /** The first line that made the verdict; the signature's when all is good. */
    public Line decisive() {
        return lines.stream()
                .filter(line -> line.reason().verdict() == verdict)
                .filter(line -> verdict != Verdict.GENUINE || line.check() == Check.SIGNATURE)
                .findFirst()
                .orElse(lines.get(0));
    }
}
