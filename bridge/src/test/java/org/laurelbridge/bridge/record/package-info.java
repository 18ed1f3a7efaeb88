/** The record's tests. In: submissions from many threads; out: what is durable. */
@NullMarked
package org.laurelbridge.bridge.record;

import org.jspecify.annotations.NullMarked;
