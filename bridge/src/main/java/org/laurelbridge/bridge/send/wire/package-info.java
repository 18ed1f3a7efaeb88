/** Requests to hosts by way of the guarded client. In: what is to be asked; out: the answer, or words that say why there is none. */
@NullMarked
package org.laurelbridge.bridge.send.wire;

import org.jspecify.annotations.NullMarked;
