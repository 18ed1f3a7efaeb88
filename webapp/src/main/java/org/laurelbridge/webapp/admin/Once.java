package org.laurelbridge.webapp.admin;

/**
 * What a page shows once and nobody can look up again.
 *
 * @param title over it
 * @param label of the field that it stands in
 * @param value to be copied
 * @param note how long it holds, and for whom it is
 */
public record Once(String title, String label, String value, String note) {}
