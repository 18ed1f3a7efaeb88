package org.laurelbridge.bridge.deliver;

/**
 * Where deliveries go: a gradebook, an LRS. May be called again with the same delivery after any failure, and must then leave one
 * event there, not two. Blocks; is called by one thread a delivery, outside any transaction.
 */
public interface Target {

    /** Makes the delivery's grade stand at the target. Throws nothing for what a remote can do. */
    Attempt send(Delivery delivery);

    /** Reads back whether the delivery's grade stands there already. */
    Standing standing(Delivery delivery);
}
