/** Laurel as a tool of learning platforms (LTI 1.3 Advantage): at which platforms it is registered, and under which client id. */
@NullMarked
package org.laurelbridge.bridge.lti;

import org.jspecify.annotations.NullMarked;
