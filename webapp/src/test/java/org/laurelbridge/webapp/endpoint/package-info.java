/** The xAPI endpoint under test. In: real requests; out: what Laurel answers. */
@NullMarked
package org.laurelbridge.webapp.endpoint;

import org.jspecify.annotations.NullMarked;
