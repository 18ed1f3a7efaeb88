package org.laurelbridge.bridge.store;

import java.util.UUID;
import org.laurelbridge.bridge.subject.Withdrawn;

/** The ids of withdrawn credentials, in table erased_credential. */
public final class WithdrawnStore implements Withdrawn {
    private final Database database;

    public WithdrawnStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean isOne(UUID credential) {
        return database.read(handle -> ErasedMarks.isWithdrawn(handle, credential));
    }
}
