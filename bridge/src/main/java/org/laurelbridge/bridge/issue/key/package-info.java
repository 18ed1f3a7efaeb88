/** The keys that badges are signed with. In: secrets; out: signatures, and what strangers need to check them. */
@NullMarked
package org.laurelbridge.bridge.issue.key;

import org.jspecify.annotations.NullMarked;
