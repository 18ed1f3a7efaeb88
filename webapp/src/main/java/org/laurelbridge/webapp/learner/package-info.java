/** What learners see and decide about their own badges. In: a learner who is signed in; out: pages under {@code /my}. */
@NullMarked
package org.laurelbridge.webapp.learner;

import org.jspecify.annotations.NullMarked;
