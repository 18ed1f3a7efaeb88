/** Tests of the package of the same name. In: fakes that are unkind; out: what the code makes of them. */
@NullMarked
package org.laurelbridge.bridge.listen.pull;

import org.jspecify.annotations.NullMarked;
