/** Statements that LRSs hold. In: an LRS's pages; out: submissions, and how far it was read. */
@NullMarked
package org.laurelbridge.bridge.listen.pull;

import org.jspecify.annotations.NullMarked;
