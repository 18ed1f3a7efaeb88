/** HTTP as the targets need it. In: a request; out: its answer, or what is known about a request that got none. */
@NullMarked
package org.laurelbridge.bridge.deliver.wire;

import org.jspecify.annotations.NullMarked;
