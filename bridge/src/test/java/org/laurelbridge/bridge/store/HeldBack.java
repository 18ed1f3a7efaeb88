package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes that the database refuses, by a trigger: a stage that cannot write, so that what the stage before it committed stands alone
 * for as long as a test wants. Nothing of it is left when it is closed.
 */
public final class HeldBack implements AutoCloseable {
    private final TestDatabase database;
    private final List<String> triggers = new ArrayList<>();

    public HeldBack(TestDatabase database) {
        this.database = database;
    }

    /** @param what as {@code insert on fact} */
    public HeldBack refuse(String what) {
        return refuse(what, "1 = 1");
    }

    /** @param when a condition on the {@code new} row */
    public HeldBack refuse(String what, String when) {
        String name = "held_back_" + triggers.size();
        execute(
                database.isSqlite()
                        ? "create trigger " + name + " before " + what + " when " + when
                                + " begin select raise(abort, 'held back'); end"
                        : "create trigger " + name + " before " + what + " for each row begin if " + when
                                + " then signal sqlstate '45000' set message_text = 'held back'; end if; end");
        triggers.add(name);
        return this;
    }

    private void execute(String sql) {
        database.database().change(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        triggers.forEach(name -> execute("drop trigger " + name));
    }
}
