/** Credentials inside pictures. In: bytes of a PNG or an SVG; out: the same picture with a credential, or the credential. */
@NullMarked
package org.laurelbridge.bridge.issue.bake;

import org.jspecify.annotations.NullMarked;
