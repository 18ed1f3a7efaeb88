/** Statements that are sent to us. In: the body of a request and who sent it; out: a submission, or every problem it has. */
@NullMarked
package org.laurelbridge.bridge.listen.push;

import org.jspecify.annotations.NullMarked;
