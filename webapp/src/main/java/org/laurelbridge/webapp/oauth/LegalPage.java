package org.laurelbridge.webapp.oauth;

/** Who runs this site. */
public record LegalPage(String name, String url) {}
