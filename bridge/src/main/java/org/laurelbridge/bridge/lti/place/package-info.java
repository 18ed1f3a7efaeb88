/** Badges in courses. In: an instructor's choice, and launches of what was placed; out: what the platform is told, and which badge stands where. */
@NullMarked
package org.laurelbridge.bridge.lti.place;

import org.jspecify.annotations.NullMarked;
