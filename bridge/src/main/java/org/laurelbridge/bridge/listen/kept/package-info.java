/** Sources that administrators connect while Laurel runs. In: what they typed; out: the sources that are there, with their secrets. */
@NullMarked
package org.laurelbridge.bridge.listen.kept;

import org.jspecify.annotations.NullMarked;
