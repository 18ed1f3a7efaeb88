/** Awards on real databases. In: statements, rules and a turned clock; out: what stands after each step. */
@NullMarked
package org.laurelbridge.bridge.award;

import org.jspecify.annotations.NullMarked;
