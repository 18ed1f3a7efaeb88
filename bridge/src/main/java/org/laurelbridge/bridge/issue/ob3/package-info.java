/** Open Badges 3.0. In: what was earned and the issuer's key; out: credentials with an eddsa-rdfc-2022 proof, and whether one holds. */
@NullMarked
package org.laurelbridge.bridge.issue.ob3;

import org.jspecify.annotations.NullMarked;
