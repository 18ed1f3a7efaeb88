package org.laurelbridge.bridge.award;

import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Event;

/** Makes an award public or private. */
public final class Showing implements Recorded<Showing> {

    private final Awards awards;
    private final InstantSource clock;

    public Showing(Awards awards, InstantSource clock) {
        this.awards = awards;
        this.clock = clock;
    }

    @Override
    public Showing by(Doer doer) {
        return new Showing(awards.by(doer), clock);
    }

    /**
     * Lets everyone who has the address see an award, or nobody. What was made private is signed anew, with another refresh address.
     *
     * @param seen as the person saw it
     * @return false when it stands otherwise meanwhile: nothing was changed
     */
    public boolean show(Award seen, boolean isPublic) {
        Award shown = seen.shown(isPublic);
        Event event = new Event(isPublic ? "shown" : "hidden", isPublic ? "made public" : "made private", false);
        return awards.change(seen, new Change(shown, event, null, null, List.of()), clock.instant());
    }
}
