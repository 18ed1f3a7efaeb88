package org.laurelbridge.bridge.deliver.ags;

import java.net.URI;
import java.util.Optional;

/** Where a platform keeps the gradebook and the members of its courses. */
public interface CoursePlaces {

    /** Whether the line items are looked for by course. */
    boolean needsCourse();

    /** The line items of a course; empty when none are known. */
    Optional<URI> lineItemsOf(String course);

    /** The members of a course; empty when it is not known where they are. */
    Optional<URI> membershipsOf(String course);

    /** Whether a token may be sent to an address that an answer about a course gave. */
    boolean isOurs(String course, URI address);

    /** Why the line items of a course are not known, in words for whoever set it up. */
    String unknown(String course);
}
