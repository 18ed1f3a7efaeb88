package org.laurelbridge.bridge.lrs;

import static org.laurelbridge.bridge.lrs.LrsFailure.Kind.BUSY;
import static org.laurelbridge.bridge.lrs.LrsFailure.Kind.LOST;
import static org.laurelbridge.bridge.lrs.LrsFailure.Kind.NOT_FOUND;
import static org.laurelbridge.bridge.lrs.LrsFailure.Kind.REFUSED;
import static org.laurelbridge.bridge.lrs.LrsFailure.Kind.STRANGE;
import static org.laurelbridge.bridge.lrs.LrsFailure.Kind.UNREACHABLE;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.laurelbridge.xapi.XapiVersion;

/** Says what went wrong with an LRS so that an administrator knows where to look. */
final class Troubles {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final LrsAccess access;

    Troubles(LrsAccess access) {
        this.access = access;
    }

    LrsFailure of(IOException failure) {
        String host = access.endpoint().getHost();
        if (failure instanceof UnknownHostException) {
            return LrsFailure.of(UNREACHABLE, "the name " + host + " is not known to this machine (DNS)");
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return LrsFailure.of(UNREACHABLE, "nothing answers at " + access.endpoint() + " (connection refused)");
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return LrsFailure.of(
                    UNREACHABLE,
                    "no secure connection to " + host + ": " + failure.getMessage() + " (TLS certificate)");
        }
        if (failure instanceof Exchange.TooLarge) {
            return LrsFailure.of(STRANGE, failure.getMessage() + " from " + access.endpoint());
        }
        if (failure instanceof SocketTimeoutException && connecting(failure)) {
            return LrsFailure.of(UNREACHABLE, host + " did not take the connection in " + seconds());
        }
        return failure instanceof SocketTimeoutException
                ? LrsFailure.of(LOST, host + " was silent for " + seconds() + " or answered for too long")
                : LrsFailure.of(LOST, "the connection to " + host + " broke: " + failure.getMessage());
    }

    /**
     * Of an answer that is not 2xx.
     *
     * @param quotable whether the answer may be told: one about a statement of ours may quote a person
     */
    LrsFailure of(Answer answer, XapiVersion asked, boolean quotable) {
        int status = answer.status();
        String said = "the LRS answered " + status;
        return switch (status) {
            case 401 -> LrsFailure.of(REFUSED, said + ": it does not know these credentials (key and secret)");
            case 403 -> LrsFailure.of(REFUSED, said + ": these credentials may not do this");
            case 404 -> LrsFailure.of(NOT_FOUND, said + " at " + access.endpoint() + ": is the endpoint right?");
            case 429, 502, 503, 504 ->
                new LrsFailure(BUSY, said + ": it is busy or away", answer.asksToWait(LONGEST_WAIT));
            default -> other(answer, said, asked, quotable);
        };
    }

    private static LrsFailure other(Answer answer, String said, XapiVersion asked, boolean quotable) {
        if (answer.status() >= 500) {
            return new LrsFailure(BUSY, said + ": it is broken", answer.asksToWait(LONGEST_WAIT));
        }
        if (answer.location() != null && answer.status() / 100 == 3) {
            return LrsFailure.of(REFUSED, said + " and points to " + answer.location() + ": is that the endpoint?");
        }
        String text = answer.text().strip();
        String brief = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return LrsFailure.of(
                REFUSED, said + " to xAPI " + asked.header() + (quotable && !brief.isEmpty() ? ": " + brief : ""));
    }

    private static boolean connecting(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect timed out");
    }

    private String seconds() {
        return access.patience().toMillis() / 1000.0 + " s";
    }
}
