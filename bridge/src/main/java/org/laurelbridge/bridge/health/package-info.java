/** What Laurel knows of itself. In: the rows of the stages; out: figures that an administrator and a monitor can read. */
@NullMarked
package org.laurelbridge.bridge.health;

import org.jspecify.annotations.NullMarked;
