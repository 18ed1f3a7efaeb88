/**
 * Learners' backpacks: hosts that take their badges. In: the address of a host that a learner names, and her yes there; out: the
 * newest form of every badge that she chose, standing at that host.
 */
@NullMarked
package org.laurelbridge.bridge.send;

import org.jspecify.annotations.NullMarked;
