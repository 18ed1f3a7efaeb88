package org.laurelbridge.webapp.command;

import java.time.Duration;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.webapp.session.Administrators;
import org.laurelbridge.webapp.session.Sessions;

/** Sessions for a server beside Laurel's own, where nobody signs in. */
final class Nobody {
    private Nobody() {}

    static Sessions sessions(Bridge bridge) {
        return new Sessions(
                bridge.stores().sessions(),
                bridge.stores().accounts(),
                Administrators.NOBODY,
                new Sessions.Terms(Duration.ofHours(1), Duration.ofHours(1), false),
                new SecretBox(new byte[32]),
                bridge.clock());
    }
}
