@NullMarked
package org.laurelbridge.bridge.verify.fetch;

import org.jspecify.annotations.NullMarked;
