/** Many badges at once. In: links as CSV; out: a verdict for each, as CSV. */
@NullMarked
package org.laurelbridge.bridge.verify.many;

import org.jspecify.annotations.NullMarked;
