/** Mail. In: announcements of awards; out: messages to learners and to those who decide, in their language, unless they do not want them. */
@NullMarked
package org.laurelbridge.bridge.deliver.mail;

import org.jspecify.annotations.NullMarked;
