/** Who may sign in and what they may do. In: what somebody signs in by; out: an account, and the browsers that are signed in to it. */
@NullMarked
package org.laurelbridge.bridge.account;

import org.jspecify.annotations.NullMarked;
