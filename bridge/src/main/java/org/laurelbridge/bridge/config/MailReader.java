package org.laurelbridge.bridge.config;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.mail.MailSettings;
import org.laurelbridge.bridge.deliver.mail.MailSettings.Security;
import org.laurelbridge.bridge.deliver.mail.MailWords;
import org.laurelbridge.document.Fields;

/** Reads {@code mail}. */
final class MailReader {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final int MOST = 65_535;

    private final Part part;
    private final Fields fields;

    MailReader(Part part) {
        this.part = part;
        this.fields = part.fields();
    }

    /** Null where no mail is sent. */
    @Nullable
    MailSettings mail(boolean isThere) {
        if (!isThere) {
            return null;
        }
        fields.require("host", "from");
        Security security = fields.word("tls", SourceReader.words("starttls", "tls", "none"))
                .map(word -> Security.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Security.STARTTLS);
        Optional<String> user = fields.text("user");
        Optional<String> password = part.secret("password");
        if (user.isPresent() != password.isPresent()) {
            part.problems()
                    .add(
                            fields.place(),
                            user.isPresent() ? "a user without password" : "a password without user",
                            "both, or neither");
        }
        MailSettings settings = new MailSettings(
                fields.text("host").orElse("?"),
                fields.whole("port", 1, MOST).map(Long::intValue).orElse(port(security)),
                security,
                user.orElse(null),
                password.orElse(null),
                address("from").orElse("?"),
                address("reply-to").orElse(null),
                language(),
                fields.span("newer-than").map(Part::duration).orElse(USUAL));
        fields.finish();
        return settings;
    }

    private static int port(Security security) {
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }

    private Optional<String> address(String key) {
        Optional<String> text = fields.text(key);
        if (text.isPresent() && !isAddress(text.get())) {
            part.tell(key, "an e-mail address, or a name with one: Laurel <badges@example.org>");
        }
        return text;
    }

    private static boolean isAddress(String text) {
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            return all.length == 1 && all[0].getAddress().contains("@");
        } catch (AddressException notOne) {
            return false;
        }
    }

    private Locale language() {
        Optional<Locale> language = fields.text("language").map(Locale::forLanguageTag);
        if (language.isPresent() && !MailWords.know(language.get())) {
            part.tell("language", "en, de or es");
        }
        return language.orElse(MailWords.LANGUAGES.get(0));
    }
}
