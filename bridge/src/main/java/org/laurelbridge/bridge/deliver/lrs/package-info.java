/** Awards told to an LRS. In: our own statements; out: the same, written through the one LRS client. */
@NullMarked
package org.laurelbridge.bridge.deliver.lrs;

import org.jspecify.annotations.NullMarked;
