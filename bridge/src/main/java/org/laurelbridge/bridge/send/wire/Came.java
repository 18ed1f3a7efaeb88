package org.laurelbridge.bridge.send.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.send.Discovery.Found;
import org.laurelbridge.bridge.verify.key.Documents;

/** What came of asking a host. */
public sealed interface Came {

    /** In words, for the learner. */
    String words();

    /** Whether it may be otherwise in a while. */
    boolean isForNow();

    /**
     * What it means where a discovery was asked for: where the address itself is not right, asking again does not help.
     *
     * @param about what was asked, in a sentence that goes on with what came
     */
    default Found noDiscovery(String about) {
        String why = about + ": " + words() + ".";
        if (this instanceof Silent silent && silent.isOfAddress()) {
            return new Found.Unsure(why + " Check the address.");
        }
        return isForNow() ? new Found.Unsure(why + " Try again in a while.") : new Found.Missing(why);
    }

    /** It answered. */
    record Answered(Answer answer) implements Came {

        // nobody is left alone for longer by a header
        private static final Duration LONGEST_WAIT = Duration.ofDays(1);

        public int status() {
            return answer.status();
        }

        /** Of the envelope, where a 2xx holds one that says otherwise (Open Badges 2.1 §4.5.1 Status). */
        public int innerStatus() {
            int inner = isGood() && Documents.read(answer.text()) instanceof Documents.Read.Good good
                    ? good.object().path("status").path("statusCode").asInt(0)
                    : 0;
            return inner >= 300 && inner <= 599 ? inner : status();
        }

        /** 2xx. */
        public boolean isGood() {
            return status() >= 200 && status() < 300;
        }

        @Override
        public boolean isForNow() {
            return status() >= 500 || status() == 408 || status() == 425 || status() == 429;
        }

        /** Whether it is a page for people: that of a login, of a proxy. */
        public boolean isPage() {
            return answer.header("content-type").toLowerCase(Locale.ROOT).contains("html");
        }

        /** How long the host asks us to wait (RFC 9110 §10.2.3, seconds or a date), at most a day; zero when it does not say. */
        public Duration wait(Instant now) {
            String after = answer.header("retry-after").strip();
            Duration wait = Duration.ZERO;
            if (after.matches("[0-9]{1,9}")) {
                wait = Duration.ofSeconds(Long.parseLong(after));
            } else if (!after.isEmpty()) {
                wait = Duration.between(now, date(after, now));
            }
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }

        private static Instant date(String text, Instant otherwise) {
            try {
                return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeParseException notADate) {
                return otherwise;
            }
        }

        @Override
        public String words() {
            return "answered " + status() + HostWords.of(answer);
        }
    }

    /** It did not. */
    record Silent(Trouble why) implements Came {

        /** Whether the address leads to no host that can be asked. */
        public boolean isOfAddress() {
            return switch (why) {
                case NO_ADDRESS, NOT_HTTPS, PORT, NOT_PUBLIC, UNKNOWN_NAME -> true;
                case CERTIFICATE, TIME, SIZE, REDIRECTS, PACKED, BROKEN, TOO_MANY -> false;
            };
        }

        /** Whether the host may have done what was asked. */
        public boolean mayHaveArrived() {
            return switch (why) {
                case TIME, BROKEN, SIZE, PACKED, REDIRECTS -> true;
                case NO_ADDRESS, NOT_HTTPS, PORT, NOT_PUBLIC, UNKNOWN_NAME, CERTIFICATE, TOO_MANY -> false;
            };
        }

        @Override
        public boolean isForNow() {
            return switch (why) {
                case TIME, BROKEN, UNKNOWN_NAME, CERTIFICATE, TOO_MANY -> true;
                case SIZE, PACKED, REDIRECTS, NO_ADDRESS, NOT_HTTPS, PORT, NOT_PUBLIC -> false;
            };
        }

        /** Whether it is never asked at all. */
        public boolean isForbidden() {
            return switch (why) {
                case NO_ADDRESS, NOT_HTTPS, PORT, NOT_PUBLIC -> true;
                case TIME, BROKEN, SIZE, PACKED, REDIRECTS, UNKNOWN_NAME, CERTIFICATE, TOO_MANY -> false;
            };
        }

        @Override
        public String words() {
            return HostWords.of(why);
        }
    }
}
