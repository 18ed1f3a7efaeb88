/**
 * Laurel registers itself at a platform (LTI Dynamic Registration 1.0). In: the one address that an administrator's platform gives; out:
 * the platform as it is known from then on, or everything that its answers lack.
 */
@NullMarked
package org.laurelbridge.bridge.lti.register;

import org.jspecify.annotations.NullMarked;
