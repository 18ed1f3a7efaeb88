/** What instructors see of their classes. In: an instructor who is signed in; out: pages under {@code /teach}. */
@NullMarked
package org.laurelbridge.webapp.teach;

import org.jspecify.annotations.NullMarked;
