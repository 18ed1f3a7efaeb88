/** What a badge looks like. In: a design, or a stranger's picture; out: SVG and PNG that look the same everywhere. */
@NullMarked
package org.laurelbridge.bridge.issue.picture;

import org.jspecify.annotations.NullMarked;
