/** What other rules would mean for people. In: documents and the whole history; out: forecasts, and plans that a person accepts. */
@NullMarked
package org.laurelbridge.bridge.award.plan;

import org.jspecify.annotations.NullMarked;
