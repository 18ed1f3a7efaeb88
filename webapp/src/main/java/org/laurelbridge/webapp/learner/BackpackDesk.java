package org.laurelbridge.webapp.learner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Backpacking;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.Backpack;
import org.laurelbridge.bridge.send.Backpacks.Sent;
import org.laurelbridge.bridge.send.Connecting.Begun;
import org.laurelbridge.bridge.send.Looking.Seen;
import org.laurelbridge.bridge.send.Version;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Moment;

/** What the pages of backpacks show. */
public final class BackpackDesk {
    private static final int MOST = 500;

    private final Backpacking backpacking;
    private final Awards awards;
    private final RuleBook rules;
    private final boolean isTrial;

    /** @param isTrial others do not reach this installation */
    public BackpackDesk(Backpacking backpacking, Awards awards, RuleBook rules, boolean isTrial) {
        this.backpacking = backpacking;
        this.awards = awards;
        this.rules = rules;
        this.isTrial = isTrial;
    }

    Backpacking backpacking() {
        return backpacking;
    }

    BackpacksPage all(MyFrame frame, PersonId learner, List<String> troubles, String typed) {
        List<BackpacksPage.Connected> connected = backpacking.backpacks().list(learner).stream()
                .map(BackpackDesk::connected)
                .toList();
        return new BackpacksPage(frame, connected, troubles, typed, isTrial);
    }

    private static BackpacksPage.Connected connected(Backpack backpack) {
        boolean works = backpack.lost() == null;
        return new BackpacksPage.Connected(
                path(backpack),
                backpack.host().services().name(),
                backpack.host().address().getHost(),
                works ? "my.backpacks.works" : "my.backpacks.again",
                works ? "good" : "bad");
    }

    static String path(Backpack backpack) {
        return "/my/backpacks/" + backpack.id();
    }

    BackpackFoundPage found(MyFrame frame, Begun.Ready ready) {
        var services = ready.host().services();
        return new BackpackFoundPage(
                frame,
                services.name(),
                services.version().word(),
                ready.authorization().getHost(),
                services.terms(),
                services.privacy(),
                ready.authorization());
    }

    BackpackPage one(MyFrame frame, PersonId learner, Backpack backpack) {
        return new BackpackPage(
                frame,
                path(backpack),
                backpack.host().services().name(),
                backpack.host().address().getHost(),
                backpack.lost(),
                backpack.host().services().version() == Version.OB2,
                backpack.choice().all(),
                backpack.choice().fresh(),
                lines(learner, backpack));
    }

    private List<BackpackPage.Line> lines(PersonId learner, Backpack backpack) {
        Map<AwardId, Sent> sent = new HashMap<>();
        backpacking.backpacks().listSent(backpack.id()).forEach(one -> sent.put(one.award(), one));
        List<BackpackPage.Line> lines = new ArrayList<>();
        for (Award award : awards.list(null, learner, null, MOST)) {
            boolean stands = stands(award);
            if (stands || sent.containsKey(award.id())) {
                lines.add(line(award, sent.get(award.id()), stands));
            }
        }
        return lines;
    }

    private static boolean stands(Award award) {
        return award.status() == AwardStatus.VALID || award.status() == AwardStatus.REVIEW;
    }

    private BackpackPage.Line line(Award award, @Nullable Sent sent, boolean stands) {
        String id = award.id().toString();
        if (sent == null) {
            return new BackpackPage.Line(id, title(award), "my.sent.not", "open", null, null, stands);
        }
        boolean isTriedAgain = sent.state() == State.DUE || sent.state() == State.UNKNOWN;
        Moment next = isTriedAgain && sent.trouble() != null ? new Moment(sent.nextAt()) : null;
        return new BackpackPage.Line(
                id, title(award), word(sent.state()), tone(sent.state()), next, sent.trouble(), stands);
    }

    private static String word(State state) {
        return switch (state) {
            case DUE -> "my.sent.due";
            case SENDING -> "my.sent.sending";
            case UNKNOWN -> "my.sent.unknown";
            case DELIVERED -> "my.sent.delivered";
            case STUCK -> "my.sent.stuck";
            case SUPERSEDED -> "my.sent.superseded";
        };
    }

    private static String tone(State state) {
        return switch (state) {
            case DELIVERED -> "good";
            case STUCK -> "bad";
            case DUE, SENDING, UNKNOWN, SUPERSEDED -> "open";
        };
    }

    /** Asks the host now. */
    BackpackTherePage there(MyFrame frame, PersonId learner, Backpack backpack) {
        List<Award> ours = awards.list(null, learner, null, MOST).stream()
                .filter(BackpackDesk::stands)
                .toList();
        Seen seen = backpacking.looking().look(backpack, ours);
        String name = backpack.host().services().name();
        if (seen instanceof Seen.Closed closed) {
            return new BackpackTherePage(frame, path(backpack), name, closed.why(), 0, true, List.of());
        }
        Seen.Stands stands = (Seen.Stands) seen;
        List<BackpackTherePage.Line> lines = stands.ours().stream()
                .map(place -> switch (place.age()) {
                    case NEWEST -> new BackpackTherePage.Line(title(place.award()), "my.there.newest", "good");
                    case OLDER -> new BackpackTherePage.Line(title(place.award()), "my.there.older", "open");
                    case MISSING -> new BackpackTherePage.Line(title(place.award()), "my.there.missing", "open");
                })
                .toList();
        return new BackpackTherePage(frame, path(backpack), name, "", stands.all(), stands.isWhole(), lines);
    }

    private String title(Award award) {
        return rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(Badge::title)
                .orElse(award.badge());
    }
}
