/** Tests of what delivers. In: gradebooks and their doubles; out: one grade an award, whatever goes wrong. */
@NullMarked
package org.laurelbridge.bridge.deliver;

import org.jspecify.annotations.NullMarked;
