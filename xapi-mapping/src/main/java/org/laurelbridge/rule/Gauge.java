package org.laurelbridge.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;

/** What facts amount to while they come and go, in order: whether that is enough, and on which of them it rests. */
interface Gauge {

    /** A fact comes, no earlier than those before it. */
    void add(StandingFact fact);

    /** The one that came first of those that are here goes. */
    void removeFirst();

    Truth truth();

    /** How it stands, with progress and reason. What is only open has no deadline here: that is the window's. */
    Status status();

    /** The facts on which the status rests, in order. */
    List<StandingFact> facts();

    /** The score that decides, or that was looked at; null when no score plays a part. */
    @Nullable
    Percent score();
}
