/** Tests of the adapter moodle. In: deliveries; out: what its double saw. */
@NullMarked
package org.laurelbridge.bridge.deliver.moodle;

import org.jspecify.annotations.NullMarked;
