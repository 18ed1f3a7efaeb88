/** The words of the xAPI specification as values. In: JSON of a statement; out: a {@code Statement}, or every problem it has. */
@NullMarked
package org.laurelbridge.xapi;

import org.jspecify.annotations.NullMarked;
