/** What this installation itself answers at its addresses. In: an address of ours; out: the document, without the network. */
@NullMarked
package org.laurelbridge.bridge.verify.own;

import org.jspecify.annotations.NullMarked;
