/** What stands at addresses that others named, asked without harm. In: an address; out: its bounded answer, or why there is none. */
@NullMarked
package org.laurelbridge.bridge.fetch;

import org.jspecify.annotations.NullMarked;
