/** Sign-in by an OpenID provider. In: what the browser brings back from there; out: who the provider says it is, checked. */
@NullMarked
package org.laurelbridge.bridge.account.oidc;

import org.jspecify.annotations.NullMarked;
