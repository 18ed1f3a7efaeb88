/** Tests of the package of the same name. In: a store that refuses; out: what the mapper makes of it. */
@NullMarked
package org.laurelbridge.bridge.map;

import org.jspecify.annotations.NullMarked;
