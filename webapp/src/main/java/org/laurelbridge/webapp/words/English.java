package org.laurelbridge.webapp.words;

/** What went wrong with something elsewhere, as it is kept: told in the reader's language where it fills a gap. */
public record English(String text) {}
