/** Tests of the adapter own. In: deliveries; out: what its double saw. */
@NullMarked
package org.laurelbridge.bridge.deliver.own;

import org.jspecify.annotations.NullMarked;
