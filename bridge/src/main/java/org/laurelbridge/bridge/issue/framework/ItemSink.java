package org.laurelbridge.bridge.issue.framework;

import org.laurelbridge.xapi.Problem;

/** Takes what a reader finds, in the order of the file. */
public interface ItemSink {

    /** An item, and where it stands in the file, as {@code line 3}. */
    void item(Item item, String place);

    /** Says of an item that came before which other one it is part of; of codes that no item has, it says nothing. */
    void broader(String code, String parent);

    /** The version that the file calls itself. */
    void version(String version);

    /** Something is wrong; the reader goes on where it can. */
    void problem(Problem problem);
}
