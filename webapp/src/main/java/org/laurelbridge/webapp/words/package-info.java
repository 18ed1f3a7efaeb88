/** What pages say, in the language of their reader. */
@NullMarked
package org.laurelbridge.webapp.words;

import org.jspecify.annotations.NullMarked;
