/** Tests of the adapter ags. In: deliveries; out: what its double saw. */
@NullMarked
package org.laurelbridge.bridge.deliver.ags;

import org.jspecify.annotations.NullMarked;
