/** A course with learners under way, for demos and for looking at pages. In: a running Laurel; out: a class, its statements, and who signs in. */
@NullMarked
package org.laurelbridge.webapp.sample;

import org.jspecify.annotations.NullMarked;
