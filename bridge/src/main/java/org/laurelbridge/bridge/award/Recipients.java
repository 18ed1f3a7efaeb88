package org.laurelbridge.bridge.award;

import java.util.UUID;
import org.laurelbridge.bridge.record.PersonId;

/** By which ids people stand in what is issued to them. */
public interface Recipients {

    /**
     * The UUID of a recipient's {@code urn:uuid}, the same however often an award is signed.
     *
     * @param person whose award it is shown as
     */
    UUID recipient(Award award, PersonId person);
}
