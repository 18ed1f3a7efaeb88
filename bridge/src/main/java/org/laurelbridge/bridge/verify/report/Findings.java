package org.laurelbridge.bridge.verify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one badge. What a badge may show is found along the way. */
public final class Findings {

    /** While one of these is not good, all that the badge says of itself is worth nothing. */
    private static final Set<Check> FOUNDATION = Set.of(Check.SOURCE, Check.FORMAT, Check.SIGNATURE, Check.ISSUER);

    private static final List<Verdict> BROKEN = List.of(Verdict.UNREADABLE, Verdict.CHANGED, Verdict.UNKNOWN_ISSUER);
    private static final List<Verdict> OVER =
            List.of(Verdict.REVOKED, Verdict.SUSPENDED, Verdict.EXPIRED, Verdict.NOT_YET_VALID, Verdict.UNCHECKED);

    private final List<Line> lines = new ArrayList<>();
    private final List<Report> inside = new ArrayList<>();
    private Recipients recipients = Recipients.NONE;
    private @Nullable Shown shown;

    public void add(Line line) {
        lines.add(line);
    }

    public void add(Reason reason, Object... arguments) {
        lines.add(Line.of(reason, arguments));
    }

    public void show(Shown badge) {
        this.shown = badge;
    }

    public void putRecipients(Recipients found) {
        this.recipients = found;
    }

    public void addInside(Report report) {
        inside.add(report);
    }

    /** Whether nothing speaks against the badge so far. */
    public boolean isGood() {
        return lines.stream().allMatch(line -> line.reason().verdict() == Verdict.GENUINE);
    }

    /** Whether its signature and its issuer were found good: what it says is what its issuer says. */
    public boolean isSigned() {
        return has(Check.SIGNATURE)
                && has(Check.ISSUER)
                && lines.stream()
                        .filter(line -> FOUNDATION.contains(line.check()))
                        .allMatch(line -> line.reason().verdict() == Verdict.GENUINE);
    }

    /** The verdict: a badge is genuine only when its signature and its issuer were found good. */
    Verdict verdict() {
        Set<Verdict> found = lines.stream().map(line -> line.reason().verdict()).collect(Collectors.toSet());
        Optional<Verdict> broken = BROKEN.stream().filter(found::contains).findFirst();
        if (broken.isPresent()) {
            return broken.get();
        }
        if (lines.stream().anyMatch(Findings::shakes)) {
            return Verdict.UNCHECKED;
        }
        Optional<Verdict> over = OVER.stream().filter(found::contains).findFirst();
        return over.orElse(isSigned() ? Verdict.GENUINE : Verdict.UNCHECKED);
    }

    private static boolean shakes(Line line) {
        return line.reason().verdict() == Verdict.UNCHECKED && FOUNDATION.contains(line.check());
    }

    private boolean has(Check check) {
        return lines.stream().anyMatch(line -> line.check() == check);
    }

    public Report report() {
        List<Line> ordered =
                lines.stream().sorted(Comparator.comparing(Line::check)).toList();
        return new Report(verdict(), ordered, shown, recipients, List.copyOf(inside));
    }
}
