/** Tests of the package of the same name. */
@NullMarked
package org.laurelbridge.bridge.lti.place;

import org.jspecify.annotations.NullMarked;
