/** What learners allow applications. In: an application that registered itself, a learner's yes; out: tokens, and whose they are. */
@NullMarked
package org.laurelbridge.bridge.grant;

import org.jspecify.annotations.NullMarked;
