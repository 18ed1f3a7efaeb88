/** What strangers' credentials name, fetched without harm. In: an address; out: its bounded answer, or why there is none. */
@NullMarked
package org.laurelbridge.bridge.verify.fetch;

import org.jspecify.annotations.NullMarked;
