@NullMarked
package org.laurelbridge.bridge.fetch;

import org.jspecify.annotations.NullMarked;
