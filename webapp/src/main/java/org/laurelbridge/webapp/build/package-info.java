/** Where rules are built by choosing. In: a form of rows, or the text of a rule; out: its sentence, its text, and a badge in force. */
@NullMarked
package org.laurelbridge.webapp.build;

import org.jspecify.annotations.NullMarked;
