/** Gradebooks and rosters of registered platforms. In: what launches told of courses; out: how their services are reached. */
@NullMarked
package org.laurelbridge.bridge.lti.grade;

import org.jspecify.annotations.NullMarked;
