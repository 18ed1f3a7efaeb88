/** From statements to facts. In: a statement and the mapping's document; out: facts by canonical kind, with exact scores. */
@NullMarked
package org.laurelbridge.mapping;

import org.jspecify.annotations.NullMarked;
