/** Tests of the whole site, on a bridge of its own. */
@NullMarked
package org.laurelbridge.webapp.site;

import org.jspecify.annotations.NullMarked;
