/** What takes longer than a page may. In: a task and who asked for it; out: how far it is, and what it found. */
@NullMarked
package org.laurelbridge.bridge.run;

import org.jspecify.annotations.NullMarked;
