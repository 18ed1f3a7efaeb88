package org.laurelbridge.webapp.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Outcome;
import org.laurelbridge.bridge.issue.framework.FrameworkUses.Stray;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;
import org.laurelbridge.bridge.issue.framework.KnownItem;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * Frameworks of skills.
 *
 * @param strays badges that point to items that do not stand
 * @param result of the file that was sent; null when none was
 * @param search what was looked for; null when nothing was
 */
public record FrameworksPage(
        Frame frame,
        List<Line> lines,
        List<Stray> strays,
        @Nullable Result result,
        @Nullable Search search) {
    static final int SHOWN = 50;

    /** A framework. */
    public record Line(Framework framework, Moment imported) {}

    /**
     * What became of a file.
     *
     * @param sentence the whole of it in one sentence
     * @param problems none when it was taken in
     * @param isGood whether it was taken in
     */
    public record Result(Saying sentence, List<String> problems, boolean isGood) {}

    /**
     * An item that was found.
     *
     * @param line for the {@code align} of a badge's document
     */
    public record Hit(KnownItem known, boolean isRetired, String line) {}

    /**
     * What was found.
     *
     * @param next where the next page is; null on the last
     */
    public record Search(
            Framework framework,
            String words,
            List<Hit> hits,
            @Nullable String next) {}

    /** What a file can be. */
    public List<Format> formats() {
        return List.of(Format.values());
    }

    static Line line(Framework framework) {
        return new Line(framework, new Moment(framework.importedAt()));
    }

    static Result result(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            Changes changes = done.changes();
            return new Result(
                    Saying.of(
                            "admin.frameworks.done",
                            done.heading().name(),
                            changes.items(),
                            changes.added(),
                            changes.changed(),
                            changes.retired(),
                            changes.returned()),
                    List.of(),
                    true);
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        List<String> told = refused.problems().stream().map(Problem::toString).toList();
        long more = refused.count() - told.size();
        return new Result(
                more > 0
                        ? Saying.of("admin.frameworks.refused.first", told.size(), refused.count())
                        : Saying.of("admin.frameworks.refused"),
                told,
                false);
    }

    static Search search(Framework framework, String words, Frameworks.Page page, Instant now) {
        String next = page.after() == null
                ? null
                : "/admin/frameworks?framework=" + framework.id() + "&query="
                        + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&after=" + page.after();
        List<Hit> hits = page.items().stream()
                .map(one -> new Hit(one, one.isRetired(now), aligned(one)))
                .toList();
        return new Search(framework, words, hits, next);
    }

    private static String aligned(KnownItem one) {
        return "{framework: " + quoted(one.framework()) + ", code: "
                + quoted(one.item().code()) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
