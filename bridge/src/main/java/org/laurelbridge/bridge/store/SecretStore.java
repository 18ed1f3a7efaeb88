package org.laurelbridge.bridge.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.secret.Secrets;

/** Secrets, sealed. */
public final class SecretStore implements Secrets {

    private final Database database;
    private final SecretBox box;

    public SecretStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public byte[] getOrMake(String name, Supplier<byte[]> made) {
        String sealed = database.read(handle -> find(handle, name)).orElseGet(() -> keep(name, made.get()));
        return box.open(name, sealed);
    }

    // what another node kept in the meantime stays: both then read the same
    private String keep(String name, byte[] secret) {
        String sealed = box.seal(name, secret);
        database.change(handle -> handle.execute(
                "insert into secret (name, sealed) values (?, ?)"
                        + database.dialect().orLeave("name"),
                name,
                sealed));
        return database.read(handle -> find(handle, name)).orElseThrow();
    }

    private static Optional<String> find(Handle handle, String name) {
        return handle.createQuery("select sealed from secret where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }
}
