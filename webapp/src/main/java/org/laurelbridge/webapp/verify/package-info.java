/** What anyone may see. In: an address of a badge, an award, the issuer; out: its page or its document. */
@NullMarked
package org.laurelbridge.webapp.verify;

import org.jspecify.annotations.NullMarked;
