package org.laurelbridge.bridge.lrs;

import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lrs.Finding.Mark;
import org.laurelbridge.bridge.lrs.Finding.Step;
import org.laurelbridge.bridge.lrs.Finding.What;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.JsonNode;

/**
 * A trial of an LRS that names the step at which it fails: reads the newest statement, as pulling would, and writes nothing. Where an
 * administrator's own LRS stands is the administrator's word: private addresses are told and allowed. Used once.
 */
public final class LrsProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    /** What two clocks may differ by, the whole second of a Date and the way included. */
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final LrsAccess access;
    private final InstantSource clock;
    private final PageReader pages = new PageReader();
    private final List<Finding> found = new ArrayList<>();

    /** @param clock ours, that the LRS's is held against */
    public LrsProbe(LrsAccess access, InstantSource clock) {
        this(access, PATIENCE, clock);
    }

    LrsProbe(LrsAccess access, Duration patience, InstantSource clock) {
        this.access = new LrsAccess(
                access.endpoint(),
                access.key(),
                access.secret(),
                access.version(),
                patience,
                patience.multipliedBy(2),
                MOST_BYTES);
        this.clock = clock;
    }

    /** What each step found, all of {@link Step} in their order. Blocks. */
    public List<Finding> run() {
        if (new Wire(access.endpoint(), access.patience(), this::tell).reach()) {
            ask();
        }
        List<Step> told = found.stream().map(Finding::step).toList();
        return Arrays.stream(Step.values())
                .map(step -> told.contains(step) ? found.get(told.indexOf(step)) : Finding.of(step, What.NOT_TRIED))
                .toList();
    }

    /** Whether it is good enough to go on. */
    private boolean tell(Step step, What what, Object... details) {
        found.add(Finding.of(step, what, details));
        return what.mark() != Mark.BAD;
    }

    private void ask() {
        Optional<Answer> about = get(access.version(), "/about");
        if (about.isEmpty() || !answers(about.get())) {
            return;
        }
        XapiVersion version = version(about.get());
        if (version == null) {
            return;
        }
        get(version, "/statements?limit=1").ifPresent(page -> {
            if (authenticates(page) && reads(page, version)) {
                statements(page);
            }
        });
    }

    private Optional<Answer> get(XapiVersion version, String path) {
        try {
            return Optional.of(new Exchange(access, version).get(path));
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the endpoint was checked", impossible);
        } catch (IOException failure) {
            tell(Step.ANSWER, What.STRANGE, new Troubles(access).of(failure).words());
            return Optional.empty();
        }
    }

    private boolean answers(Answer about) {
        int status = about.status();
        if (about.isGood()) {
            return pages.versions(about)
                    .fold(versions -> true, strange -> tell(Step.ANSWER, What.STRANGE, strange.words()));
        }
        // some tell even their versions to those alone whom they know
        if (status == 401 || status == 403) {
            return true;
        }
        String elsewhere = about.location();
        if (status / 100 == 3 && elsewhere != null) {
            return tell(Step.ANSWER, What.ELSEWHERE, (long) status, elsewhere);
        }
        return isBusy(status)
                ? tell(Step.ANSWER, What.BROKEN, (long) status)
                : tell(Step.ANSWER, What.NOT_THERE, access.endpoint().toString(), (long) status);
    }

    /** What is spoken; null when there is nothing in common. */
    private @Nullable XapiVersion version(Answer about) {
        tell(Step.ANSWER, What.ANSWERS);
        String set = access.version().header();
        List<String> told = about.isGood()
                ? pages.versions(about).fold(List::copyOf, strange -> List.<String>of())
                : List.<String>of();
        List<XapiVersion> spoken = told.stream()
                .flatMap(name -> XapiVersion.negotiate(name).stream())
                .toList();
        if (spoken.contains(access.version())) {
            tell(Step.VERSION, What.VERSION_GOOD, set);
            return access.version();
        }
        if (told.isEmpty()) {
            tell(Step.VERSION, What.VERSION_NOT_SAID, set);
            return access.version();
        }
        if (spoken.isEmpty()) {
            tell(Step.VERSION, What.VERSION_NONE, String.join(", ", told));
            return null;
        }
        tell(Step.VERSION, What.VERSION_OTHER, set, spoken.get(0).header());
        return spoken.get(0);
    }

    private boolean authenticates(Answer page) {
        int status = page.status();
        if (status == 401) {
            return tell(Step.AUTHENTICATION, What.UNKNOWN, 401L);
        }
        boolean isNoWord = isBusy(status) || status == 404;
        return isNoWord ? broken(status) : tell(Step.AUTHENTICATION, What.KNOWN);
    }

    private static boolean isBusy(int status) {
        return status >= 500 || status == 429;
    }

    private boolean broken(long status) {
        found.removeIf(finding -> finding.step() == Step.ANSWER);
        return status == 404
                ? tell(Step.ANSWER, What.NOT_THERE, access.endpoint() + "/statements", status)
                : tell(Step.ANSWER, What.BROKEN, status);
    }

    private boolean reads(Answer page, XapiVersion version) {
        if (page.isGood()) {
            return tell(Step.READING, What.MAY_READ);
        }
        if (page.status() == 403) {
            return tell(Step.READING, What.MAY_NOT_READ, 403L);
        }
        found.removeIf(finding -> finding.step() == Step.VERSION);
        return tell(Step.VERSION, What.VERSION_REFUSED, version.header(), (long) page.status());
    }

    private void statements(Answer answer) {
        Instant now = clock.instant();
        pages.page(answer).fold(page -> newest(page, now), strange -> tell(Step.NEWEST, What.STRANGE, strange.words()));
    }

    private boolean newest(LrsPage page, Instant now) {
        Instant date = page.date();
        if (date == null) {
            tell(Step.CLOCK, What.CLOCK_NOT_SAID);
        } else {
            Duration ahead = Duration.between(now, date);
            long seconds = ahead.abs().toSeconds();
            What what = ahead.abs().compareTo(CLOSE) <= 0
                    ? What.CLOCK_GOOD
                    : ahead.isNegative() ? What.CLOCK_BEHIND : What.CLOCK_AHEAD;
            tell(Step.CLOCK, what, seconds);
        }
        return page.statements().stream()
                .map(LrsProbe::stored)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(stored -> tell(Step.NEWEST, What.NEWEST, stored))
                .orElseGet(() -> tell(Step.NEWEST, What.NO_STATEMENTS));
    }

    private static @Nullable Instant stored(LrsPage.Held held) {
        JsonNode stored =
                held.parsed() instanceof Parsed.Value value ? value.node().path("stored") : null;
        return stored == null ? null : PageReader.moment(stored.asString(""));
    }
}
