package org.laurelbridge.webapp.admin;

import org.laurelbridge.webapp.words.Saying;

/**
 * What a page shows once and nobody can look up again.
 *
 * @param title over it
 * @param label of the field that it stands in
 * @param value to be copied
 * @param note how long it holds, and for whom it is
 */
public record Once(Saying title, Saying label, String value, Saying note) {}
