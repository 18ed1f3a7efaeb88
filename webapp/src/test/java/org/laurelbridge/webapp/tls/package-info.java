@NullMarked
package org.laurelbridge.webapp.tls;

import org.jspecify.annotations.NullMarked;
