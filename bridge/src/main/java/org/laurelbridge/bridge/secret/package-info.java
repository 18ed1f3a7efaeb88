/** What must not be read by others. In: plain secrets; out: the same, sealed under the secret key wherever they rest. */
@NullMarked
package org.laurelbridge.bridge.secret;

import org.jspecify.annotations.NullMarked;
