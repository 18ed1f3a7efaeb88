/** Baking and its undoing. In: pictures, whole and broken; out: what was inside. */
@NullMarked
package org.laurelbridge.bridge.issue.bake;

import org.jspecify.annotations.NullMarked;
