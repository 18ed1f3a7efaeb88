package org.laurelbridge.bridge.deliver.wire;

/** Sends requests to exactly the address that they name, bounded in time and size. Throws nothing for what a remote can do. */
public interface Sender {

    /** Sends it and waits for the answer. */
    Reply send(Call call);
}
