package org.laurelbridge.bridge.store;

import java.util.List;

/** Equal by the text alone. */
final class SameStatement implements CopyRule {

    @Override
    public Verdict judge(List<String> kept, String copy) {
        return kept.contains(copy) ? Verdict.SAME : Verdict.DIFFERS;
    }
}
