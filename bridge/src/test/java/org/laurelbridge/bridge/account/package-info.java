/** Passwords as they are kept. In: a password; out: its hash, and whether they belong together. */
@NullMarked
package org.laurelbridge.bridge.account;

import org.jspecify.annotations.NullMarked;
