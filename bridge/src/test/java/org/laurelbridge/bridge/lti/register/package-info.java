@NullMarked
package org.laurelbridge.bridge.lti.register;

import org.jspecify.annotations.NullMarked;
