@NullMarked
package org.laurelbridge.bridge.verify;

import org.jspecify.annotations.NullMarked;
