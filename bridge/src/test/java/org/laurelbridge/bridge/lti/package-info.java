@NullMarked
package org.laurelbridge.bridge.lti;

import org.jspecify.annotations.NullMarked;
