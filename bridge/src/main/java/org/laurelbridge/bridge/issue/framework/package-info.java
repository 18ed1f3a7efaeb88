/** Frameworks of skills that badges are aligned with: read from what their publishers give out, searched, and kept up to date. */
@NullMarked
package org.laurelbridge.bridge.issue.framework;

import org.jspecify.annotations.NullMarked;
