package org.laurelbridge.bridge.lrs;

import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lrs.LrsReply.Failed;
import org.laurelbridge.bridge.lrs.LrsReply.Got;
import org.laurelbridge.xapi.XapiVersion;

/**
 * The client of one LRS: reads its statements page by page and writes ours. Speaks the version it was told, and when the LRS
 * refuses that, the one that the LRS names in its {@code /about}. Blocks, at most as long as {@link LrsAccess} allows. Safe for
 * many threads.
 */
public final class LrsClient {

    private final LrsAccess access;
    private final Troubles troubles;
    private final PageReader pages = new PageReader();
    private volatile XapiVersion version;

    public LrsClient(LrsAccess access) {
        this.access = access;
        this.troubles = new Troubles(access);
        this.version = access.version();
    }

    /** The version spoken now. */
    public XapiVersion version() {
        return version;
    }

    /**
     * The first page of everything stored after a moment, oldest first, voided statements left out by the LRS (1.0.3
     * Communication 2.1.3).
     *
     * @param since by the LRS's clock; some LRSs take it inclusive; null from the beginning
     * @param limit most statements in the page, at least 1; an LRS may send fewer
     */
    public LrsReply<LrsPage> read(@Nullable Instant since, int limit) {
        String from = since == null
                ? ""
                : "&since=" + since.truncatedTo(ChronoUnit.MICROS).toString().replace(":", "%3A");
        return page(exchange -> exchange.get("/statements?ascending=true&limit=" + limit + from));
    }

    /** The page that {@code more} of the page before leads to. */
    public LrsReply<LrsPage> readMore(String more) {
        return page(exchange -> {
            URL url = new MoreLink(access.url()).resolve(more);
            if (url == null) {
                throw new Elsewhere("its \"more\" leads to another host than " + access.endpoint());
            }
            return exchange.get(url);
        });
    }

    /** The versions that the LRS says it speaks. Needs no credentials with most LRSs. */
    public LrsReply<List<String>> about() {
        return ask(exchange -> exchange.get("/about"), true).fold(pages::versions, Failed::new);
    }

    /** Whether the LRS shows a statement under this id; it shows none that is voided (1.0.3 Communication 2.1.4). */
    public LrsReply<Boolean> holds(UUID id) {
        return ask(exchange -> exchange.get("/statements?statementId=" + id), false)
                .fold(
                        answer -> new Got<>(true),
                        failure ->
                                failure.kind() == LrsFailure.Kind.NOT_FOUND ? new Got<>(false) : new Failed<>(failure));
    }

    /**
     * Writes a statement under its id (1.0.3 Communication 2.1.1). Writing the same again changes nothing, so it may always be
     * repeated.
     *
     * @param statement JSON with the same id in it
     */
    public Writing put(UUID id, String statement) {
        return new Writer(this).put(id, statement);
    }

    private LrsReply<LrsPage> page(Request request) {
        LrsReply<Answer> reply = ask(request, true);
        if (reply instanceof Failed<Answer> failed
                && failed.failure().kind() == LrsFailure.Kind.REFUSED
                && learnVersion()) {
            reply = ask(request, true);
        }
        return reply.fold(pages::page, Failed::new);
    }

    /** Whether the LRS speaks another version than we did; it is spoken from now on. */
    boolean learnVersion() {
        XapiVersion other = version == XapiVersion.V1_0 ? XapiVersion.V2_0 : XapiVersion.V1_0;
        List<XapiVersion> spoken = about().fold(List::copyOf, failure -> List.<String>of()).stream()
                .flatMap(name -> XapiVersion.negotiate(name).stream())
                .toList();
        if (spoken.contains(version) || !spoken.contains(other)) {
            return false;
        }
        version = other;
        return true;
    }

    LrsReply<Answer> ask(Request request, boolean quotable) {
        XapiVersion asked = version;
        try {
            Answer answer = request.send(new Exchange(access, asked));
            return answer.isGood() ? new Got<>(answer) : new Failed<>(troubles.of(answer, asked, quotable));
        } catch (Elsewhere elsewhere) {
            return new Failed<>(LrsFailure.of(LrsFailure.Kind.STRANGE, String.valueOf(elsewhere.getMessage())));
        } catch (IOException failure) {
            return new Failed<>(troubles.of(failure));
        }
    }

    /** One way to use an exchange. */
    interface Request {
        Answer send(Exchange exchange) throws IOException;
    }

    private static final class Elsewhere extends IOException {
        Elsewhere(String message) {
            super(message);
        }
    }
}
