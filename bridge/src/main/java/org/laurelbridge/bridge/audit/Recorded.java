package org.laurelbridge.bridge.audit;

/**
 * What writes each change that it makes into the audit log, in the same commit. As it is given it does so as Laurel itself.
 *
 * @param <T> what it is
 */
public interface Recorded<T> {

    /** The same, whose changes are recorded as made by this one. Cheap: made for each request. */
    T by(Doer doer);
}
