/** Statements that files hold. In: JSON in any of its shapes; out: submissions, and a report of what became of them. */
@NullMarked
package org.laurelbridge.bridge.listen.file;

import org.jspecify.annotations.NullMarked;
