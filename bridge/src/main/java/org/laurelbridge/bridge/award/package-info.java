/** Who has earned what. In: facts of a person and the badges in force; out: awards, each with its evidence and explanation. */
@NullMarked
package org.laurelbridge.bridge.award;

import org.jspecify.annotations.NullMarked;
