/** Building rules by choosing. In: a badge document; out: a form of rows, and back, with nothing lost on the way. */
@NullMarked
package org.laurelbridge.build;

import org.jspecify.annotations.NullMarked;
