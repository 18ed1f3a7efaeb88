package org.laurelbridge.bridge;

import org.laurelbridge.bridge.listen.pull.LeasedSource;
import org.laurelbridge.bridge.listen.pull.Round;

/** One look at an LRS as a worker's round: how much there was, so that a long first read goes on at once. */
final class PullRound {
    private PullRound() {}

    static int of(LeasedSource source) {
        Round round = source.pullOnce();
        return round instanceof Round.Heard heard && heard.goesOn() ? heard.read() : 0;
    }
}
