/** Where statements come from. In: sources as they really behave; out: submissions, read and checked, for the record. */
@NullMarked
package org.laurelbridge.bridge.listen;

import org.jspecify.annotations.NullMarked;
