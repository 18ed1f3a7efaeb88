package org.laurelbridge.bridge.deliver.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an SMTP server answered (RFC 5321 §4.2).
 *
 * @param code 400 to 599; 0 when there was no answer
 * @param isOfAddress it is about whom the mail is to, and says nothing of other mails
 */
record SmtpCode(int code, boolean isOfAddress) {

    /** The innermost answer: the outer failures only say that there was one. */
    static SmtpCode of(MessagingException failure) {
        SmtpCode found = new SmtpCode(0, false);
        for (Exception e = failure; e instanceof MessagingException one; e = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return new SmtpCode(known(address.getReturnCode()), true);
            }
            if (one instanceof SMTPSendFailedException send) {
                found = new SmtpCode(known(send.getReturnCode()), false);
            } else if (one instanceof SMTPSenderFailedException sender) {
                found = new SmtpCode(known(sender.getReturnCode()), false);
            }
        }
        return found;
    }

    private static int known(int code) {
        return code >= 400 && code < 600 ? code : 0;
    }
}
