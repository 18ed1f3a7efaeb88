/** The one LRS client. In: an LRS's address and credentials; out: its statements, page by page, and ours written to it. */
@NullMarked
package org.laurelbridge.bridge.lrs;

import org.jspecify.annotations.NullMarked;
