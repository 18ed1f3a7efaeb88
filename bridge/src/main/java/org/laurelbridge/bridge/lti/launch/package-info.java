/** Somebody comes in from a platform. In: a token that the platform signed; out: who launched what and where, or every fault of the token. */
@NullMarked
package org.laurelbridge.bridge.lti.launch;

import org.jspecify.annotations.NullMarked;
