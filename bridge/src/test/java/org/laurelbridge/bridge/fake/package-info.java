/** Remote systems of the tests. In: what a test wants to be there; out: real HTTP on 127.0.0.1, as unkind as the real thing. */
@NullMarked
package org.laurelbridge.bridge.fake;

import org.jspecify.annotations.NullMarked;
