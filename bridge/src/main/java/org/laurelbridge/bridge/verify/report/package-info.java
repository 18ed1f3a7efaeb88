/** What a verification says. In: lines that checks add; out: a verdict, and each line in the reader's language. */
@NullMarked
package org.laurelbridge.bridge.verify.report;

import org.jspecify.annotations.NullMarked;
