/** Pictures, drawn and taken in. In: designs and strangers' files; out: what can be seen, and what is refused. */
@NullMarked
package org.laurelbridge.bridge.issue.picture;

import org.jspecify.annotations.NullMarked;
