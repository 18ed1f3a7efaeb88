package org.laurelbridge.bridge.deliver.mail;

import org.laurelbridge.bridge.deliver.Attempt;

/** Hands mails to a server. Throws nothing for what a remote can do. */
public interface Mailer {

    /** Hands it over and waits for the answer. */
    Attempt send(Mail mail);
}
