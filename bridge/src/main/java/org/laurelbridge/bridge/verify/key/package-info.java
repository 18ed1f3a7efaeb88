/** Whose key signed. In: an issuer and the name of a key; out: the key, if the issuer lists it. */
@NullMarked
package org.laurelbridge.bridge.verify.key;

import org.jspecify.annotations.NullMarked;
