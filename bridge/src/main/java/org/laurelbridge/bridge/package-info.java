/** Wires the stages. In: a configuration; out: a running bridge. */
@NullMarked
package org.laurelbridge.bridge;

import org.jspecify.annotations.NullMarked;
