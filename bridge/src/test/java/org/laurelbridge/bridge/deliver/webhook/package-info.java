@NullMarked
package org.laurelbridge.bridge.deliver.webhook;

import org.jspecify.annotations.NullMarked;
