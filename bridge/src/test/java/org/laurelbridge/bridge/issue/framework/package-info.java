@NullMarked
package org.laurelbridge.bridge.issue.framework;

import org.jspecify.annotations.NullMarked;
