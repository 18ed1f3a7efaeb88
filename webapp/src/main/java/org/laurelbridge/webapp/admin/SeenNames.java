package org.laurelbridge.webapp.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.map.SeenPairs.Seen;
import org.laurelbridge.bridge.record.Kept;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.record.StatementLog.Page;
import org.laurelbridge.bridge.record.StatementLog.Range;

/** What the newest statements call what they are about, in a reader's language. */
record SeenNames(Map<UUID, Names> byStatement) {
    private static final Names NONE = new Names("", "");
    private static final int PAGES = 2;
    private static final int PAGE = 500;

    /** Both empty where the statement calls it nothing. */
    record Names(String verb, String object) {}

    /** Reads the newest statements alone, as their pairs were found. */
    static SeenNames of(List<Seen> pairs, StatementLog log, String language) {
        Set<UUID> wanted = pairs.stream().map(pair -> pair.newest().id()).collect(Collectors.toSet());
        Map<UUID, Names> names = new HashMap<>();
        Long after = null;
        for (int i = 0; i < PAGES && names.size() < wanted.size(); i++) {
            Page page = log.list(null, new Range(null, null, false, after, PAGE));
            page.statements().stream()
                    .map(StatementLog.Located::statement)
                    .filter(kept -> wanted.contains(kept.id()))
                    .forEach(kept -> names.put(kept.id(), names(kept, language)));
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return new SeenNames(names);
    }

    Names of(Seen pair) {
        return byStatement.getOrDefault(pair.newest().id(), NONE);
    }

    private static Names names(Kept kept, String language) {
        return Deed.names(kept.raw(), language);
    }
}
