/**
 * What is kept of a person, as their right to have it and to have it erased asks. In: a person; out: a file with everything, or nothing
 * of them any more and a report of what remained elsewhere. And how long things are kept at all.
 */
@NullMarked
package org.laurelbridge.bridge.subject;

import org.jspecify.annotations.NullMarked;
