/** Laurel's own gradebook, for a site without an LMS. In: deliveries; out: grades on a page and in a CSV file. */
@NullMarked
package org.laurelbridge.bridge.deliver.own;

import org.jspecify.annotations.NullMarked;
