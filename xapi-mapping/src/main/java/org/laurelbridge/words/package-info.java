/** What is said to people, in their language. In: the name of a sentence and what fills its gaps; out: the sentence. */
@NullMarked
package org.laurelbridge.words;

import org.jspecify.annotations.NullMarked;
