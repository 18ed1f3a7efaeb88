package org.laurelbridge.webapp.server;

/** Who may show our pages inside their own. */
public interface Framing {

    /** Nobody. */
    Framing NOBODY = () -> "'none'";

    /** As the directive {@code frame-ancestors} has it (CSP Level 3 §6.4.2): origins with spaces between, or {@code 'none'}. */
    String ancestors();
}
