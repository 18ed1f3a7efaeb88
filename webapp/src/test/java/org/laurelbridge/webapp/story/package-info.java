/** The whole way, told from outside. */
@NullMarked
package org.laurelbridge.webapp.story;

import org.jspecify.annotations.NullMarked;
