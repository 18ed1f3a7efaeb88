/** Tests of the adapter wire. In: deliveries; out: what its double saw. */
@NullMarked
package org.laurelbridge.bridge.deliver.wire;

import org.jspecify.annotations.NullMarked;
