@NullMarked
package org.laurelbridge.bridge.lti.launch;

import org.jspecify.annotations.NullMarked;
