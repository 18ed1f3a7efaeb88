/** What is known, once and durable. In: submissions and people; out: kept statements, and who is who. */
@NullMarked
package org.laurelbridge.bridge.record;

import org.jspecify.annotations.NullMarked;
