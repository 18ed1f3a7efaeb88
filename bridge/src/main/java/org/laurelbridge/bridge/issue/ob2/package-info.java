/** Open Badges 2.0, hosted. In: what was earned; out: the documents that stand at its addresses. */
@NullMarked
package org.laurelbridge.bridge.issue.ob2;

import org.jspecify.annotations.NullMarked;
