package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.StatementLog.Quarantined;
import org.laurelbridge.webapp.server.Moment;

/** What could not be read, newest first, with every reason. */
public record QuarantinePage(Frame frame, List<Line> lines, boolean isCut) {
    static final int SHOWN = 100;
    private static final int RAW_SHOWN = 600;

    /**
     * A statement in quarantine.
     *
     * @param statement its id; null when it has none that can be used
     * @param raw the beginning of what was sent
     */
    public record Line(
            String source, Moment received, @Nullable String statement, List<String> reasons, String raw) {}

    static QuarantinePage of(Frame frame, List<Quarantined> found) {
        return new QuarantinePage(
                frame, found.stream().limit(SHOWN).map(QuarantinePage::line).toList(), found.size() > SHOWN);
    }

    private static Line line(Quarantined item) {
        return new Line(
                item.source(),
                new Moment(item.received()),
                item.statement() == null ? null : item.statement().toString(),
                QuarantineReasons.of(item.why()),
                shortened(item.raw()));
    }

    private static String shortened(String raw) {
        return raw.length() <= RAW_SHOWN ? raw : raw.substring(0, RAW_SHOWN) + " …";
    }
}
