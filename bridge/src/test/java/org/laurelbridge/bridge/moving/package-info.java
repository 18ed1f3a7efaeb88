/** Tests of the package of the same name. In: what is set up, and files that people changed; out: the same set up elsewhere, or what is wrong. */
@NullMarked
package org.laurelbridge.bridge.moving;

import org.jspecify.annotations.NullMarked;
