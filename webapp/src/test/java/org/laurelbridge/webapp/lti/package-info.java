@NullMarked
package org.laurelbridge.webapp.lti;

import org.jspecify.annotations.NullMarked;
