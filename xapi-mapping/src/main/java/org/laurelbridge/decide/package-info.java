/** Decisions. In: a badge, the history of one learner and a moment; out: whether it is earned, since when, by what, and why. */
@NullMarked
package org.laurelbridge.decide;

import org.jspecify.annotations.NullMarked;
