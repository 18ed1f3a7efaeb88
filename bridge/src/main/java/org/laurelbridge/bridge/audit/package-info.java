/** Who changed what. In: changes, with who made them; out: rows that are written in the same commit and never edited. */
@NullMarked
package org.laurelbridge.bridge.audit;

import org.jspecify.annotations.NullMarked;
