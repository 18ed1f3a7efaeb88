package org.laurelbridge.bridge.deliver.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.mail.MailSettings.Security;

/**
 * Hands mails to an SMTP server (RFC 5321), one connection each. Where STARTTLS is asked for, nothing is sent without it. What the
 * server writes is in no reason: it may repeat an address.
 */
public final class Smtp implements Mailer {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final MailSettings settings;
    private final String domain;
    private final InstantSource clock;
    private final Session session;

    /**
     * @param domain in which ids of messages are made
     * @param trusted makes connections; null for one that trusts the certificates that Java trusts
     */
    public Smtp(MailSettings settings, String domain, @Nullable SSLSocketFactory trusted, InstantSource clock) {
        this.settings = settings;
        this.domain = domain;
        this.clock = clock;
        Properties properties = new Properties();
        put(properties, "host", settings.host());
        put(properties, "port", settings.port());
        put(properties, "auth", settings.user() != null);
        put(properties, "starttls.enable", settings.security() == Security.STARTTLS);
        put(properties, "starttls.required", settings.security() == Security.STARTTLS);
        put(properties, "ssl.enable", settings.security() == Security.TLS);
        put(properties, "ssl.checkserveridentity", true);
        put(properties, "connectiontimeout", CONNECT.toMillis());
        put(properties, "timeout", ANSWER.toMillis());
        put(properties, "localhost", domain);
        put(properties, "quitwait", false);
        if (trusted != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusted);
        }
        this.session = Session.getInstance(properties);
    }

    private static void put(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, String.valueOf(value));
    }

    @Override
    public Attempt send(Mail mail) {
        MimeMessage message;
        try {
            message = message(mail);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Attempt.Refused("its address is none, or it cannot be written");
        }
        Transport transport;
        try {
            transport = session.getTransport("smtp");
            transport.connect(settings.user(), settings.password());
        } catch (MessagingException e) {
            return new Attempt.Later(notConnected(e), Duration.ZERO);
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Attempt.Delivered();
        } catch (MessagingException e) {
            return failed(e);
        } finally {
            close(transport);
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyOver) {
            // what became of the mail is known
        }
    }

    private String notConnected(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "the mail server does not take mail.user and mail.password";
        }
        if (e.getCause() instanceof SSLException) {
            return "the mail server's certificate is not trusted, or it speaks no TLS at this port";
        }
        boolean isPlain = settings.security() == Security.STARTTLS
                && String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT).contains("STARTTLS");
        return isPlain
                ? "the mail server offers no STARTTLS: nothing is sent without it"
                : "the mail server does not answer as one at mail.host and mail.port";
    }

    private static Attempt failed(MessagingException e) {
        SmtpCode answer = SmtpCode.of(e);
        if (answer.code() == 0) {
            return new Attempt.Unknown("the connection to the mail server broke before it answered");
        }
        String reason = "the mail server answered " + answer.code();
        if (answer.code() >= 500) {
            return new Attempt.Refused(reason);
        }
        // of one mailbox that is busy or greylisted nothing follows for others
        return answer.isOfAddress() ? new Attempt.Waiting(reason) : new Attempt.Later(reason, Duration.ZERO);
    }

    private MimeMessage message(Mail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new Identified(session, "<" + mail.id() + "@" + domain + ">");
        message.setFrom(new InternetAddress(settings.from()));
        if (settings.replyTo() != null) {
            message.setReplyTo(InternetAddress.parse(settings.replyTo()));
        }
        InternetAddress to = new InternetAddress(oneLine(mail.address()), true);
        if (mail.name() != null) {
            to.setPersonal(oneLine(mail.name()), StandardCharsets.UTF_8.name());
        }
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(oneLine(mail.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no machine answers
        message.setHeader("Auto-Submitted", "auto-generated");
        // RFC 8058
        message.setHeader("List-Unsubscribe", "<" + mail.off() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MimeMultipart both = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** What people are called must not begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Keeps its id, which would else be another at every try. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
