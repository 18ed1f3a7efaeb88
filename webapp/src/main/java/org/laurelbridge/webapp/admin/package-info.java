/** Pages of the administrator. In: what the bridge knows of itself; out: pages and the few things to press. */
@NullMarked
package org.laurelbridge.webapp.admin;

import org.jspecify.annotations.NullMarked;
