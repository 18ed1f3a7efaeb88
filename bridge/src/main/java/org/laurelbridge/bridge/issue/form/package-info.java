/** Every form of a badge that can be taken away. In: what was earned and its signed credential; out: a file. */
@NullMarked
package org.laurelbridge.bridge.issue.form;

import org.jspecify.annotations.NullMarked;
