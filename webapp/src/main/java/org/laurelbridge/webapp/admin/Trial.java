package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Locale;
import org.laurelbridge.bridge.lrs.Finding;
import org.laurelbridge.webapp.words.Saying;

/** Says what the trial of an LRS found. */
final class Trial {
    private Trial() {}

    static List<ConnectionsPage.Tried> said(List<Finding> findings) {
        return findings.stream().map(Trial::said).toList();
    }

    private static ConnectionsPage.Tried said(Finding finding) {
        Finding.Mark mark = finding.what().mark();
        String sign = switch (mark) {
            case GOOD -> "✓";
            case NOTE -> "!";
            case BAD -> "✗";
            case NOT_TRIED -> "–";
        };
        String tone = switch (mark) {
            case GOOD -> "good";
            case NOTE -> "open";
            case BAD -> "bad";
            case NOT_TRIED -> "off";
        };
        return new ConnectionsPage.Tried(
                "set-up.step." + word(finding.step()),
                sign,
                "set-up.mark." + word(mark),
                tone,
                new Saying("set-up.found." + word(finding.what()), finding.details()));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
