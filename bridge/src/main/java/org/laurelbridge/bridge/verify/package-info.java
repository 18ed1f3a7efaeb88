/** Whether a badge is genuine, ours or anybody's. In: what a stranger presents; out: a verdict in words, line by line. */
@NullMarked
package org.laurelbridge.bridge.verify;

import org.jspecify.annotations.NullMarked;
