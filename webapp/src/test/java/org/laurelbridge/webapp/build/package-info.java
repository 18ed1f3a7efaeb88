/** The builder under test. In: rules and what an LMS tells; out: rules. */
@NullMarked
package org.laurelbridge.webapp.build;

import org.jspecify.annotations.NullMarked;
