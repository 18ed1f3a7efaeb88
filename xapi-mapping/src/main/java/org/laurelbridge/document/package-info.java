/** Documents that people write. In: YAML 1.2 (and so JSON) text; out: a tree whose every value knows its place, and every problem it has, in words. */
@NullMarked
package org.laurelbridge.document;

import org.jspecify.annotations.NullMarked;
