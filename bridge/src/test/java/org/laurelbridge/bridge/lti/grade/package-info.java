/** Tests of the package of the same name. */
@NullMarked
package org.laurelbridge.bridge.lti.grade;

import org.jspecify.annotations.NullMarked;
