package org.laurelbridge.bridge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.CheckedNames.Names;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

/**
 * The one HTTP client for addresses that strangers name. It asks only what {@link Reach} allows, connects to the address that was
 * checked (Jetty's client, since that of the JDK looks names up by itself), follows three redirects of what has neither body nor
 * credentials, each checked as the first, and bounds time and size, packed and unpacked. It sends no cookies, and no credentials but
 * those that it is given for one address; it asks no proxy. Safe for many threads.
 */
public final class SafeFetcher implements Fetcher, AutoCloseable {

    /** The largest answer, in bytes. */
    public static final int MOST_BYTES = 1024 * 1024;

    /** The longest time for an answer. */
    static final Duration WHOLE = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 3;
    private static final int AT_ONCE_AT_A_HOST = 2;
    private static final int WAITING_AT_A_HOST = 16;
    private static final int THREADS = 16;
    private static final int LOOKUPS = 32;
    private static final String ACCEPT =
            "application/vc, application/ld+json, application/json, application/vc+jwt, application/jwt, image/png, image/svg+xml, */*;q=0.1";

    private final HttpClient client = new HttpClient();
    /** Name services may never answer: whoever waits for one stops nobody who does not. */
    private final ExecutorService lookups =
            new ThreadPoolExecutor(0, LOOKUPS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "fetch-names");
                thread.setDaemon(true);
                return thread;
            });

    private final Reach reach;
    private final Duration whole;
    private final InstantSource clock;

    /** Looks names up as the machine does, and trusts the certificates that Java trusts; ten seconds for an answer. */
    public SafeFetcher(Reach reach, InstantSource clock) {
        this(reach, clock, InetAddress::getAllByName, new SslContextFactory.Client(), WHOLE);
    }

    SafeFetcher(Reach reach, InstantSource clock, Names names, SslContextFactory.Client trusted, Duration whole) {
        this.reach = reach;
        this.whole = whole;
        this.clock = clock;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("fetch");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setSslContextFactory(trusted);
        client.setSocketAddressResolver(new CheckedNames(names, reach, lookups));
        client.setConnectTimeout(CONNECT.toMillis());
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Laurel"));
        client.setMaxConnectionsPerDestination(AT_ONCE_AT_A_HOST);
        client.setMaxRequestsQueuedPerDestination(WAITING_AT_A_HOST);
        client.setIdleTimeout(WHOLE.toMillis());
        client.setDestinationIdleTimeout(WHOLE.toMillis());
        start();
    }

    private void start() {
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the client for strangers' addresses does not start", e);
        }
        // nothing is unpacked, answered or followed behind our back
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().clear();
    }

    @Override
    public Fetched ask(Ask first, Duration longest) {
        Duration bound = longest.compareTo(whole) < 0 ? longest : whole;
        long end = System.nanoTime() + bound.toNanos();
        Ask next = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Trouble forbidden = reach.forbids(next.address());
            if (forbidden != null) {
                return new Failed(forbidden);
            }
            Object came = askOnce(next, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            if (came instanceof Fetched fetched) {
                return fetched;
            }
            next = next.at((URI) came);
        }
        return new Failed(Trouble.REDIRECTS);
    }

    /** What came, or the URI to go on to. */
    private Object askOnce(Ask ask, long millis) {
        if (millis <= 0) {
            return new Failed(Trouble.TIME);
        }
        Request request = request(ask).timeout(millis, TimeUnit.MILLISECONDS);
        CompletableFuture<ContentResponse> response = new CompletableResponseListener(request, MOST_BYTES).send();
        try {
            return answer(ask, response.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Failed(Trouble.TIME);
        } catch (InterruptedException e) {
            // the request ends by itself: it has the same bound
            Thread.currentThread().interrupt();
            return new Failed(Trouble.BROKEN);
        } catch (ExecutionException e) {
            return new Failed(trouble(e.getCause() == null ? e : e.getCause()));
        }
    }

    private Request request(Ask ask) {
        Request request = client.newRequest(withoutFragment(ask.address()))
                .method(ask.method())
                .headers(headers -> {
                    headers.put(HttpHeader.ACCEPT, ACCEPT);
                    ask.headers().forEach(headers::put);
                    headers.put(HttpHeader.ACCEPT_ENCODING, "identity");
                });
        String body = ask.body();
        return body == null ? request : request.body(new BytesRequestContent(body.getBytes(UTF_8)));
    }

    private Object answer(Ask ask, ContentResponse response) {
        URI address = ask.address();
        boolean leadsOn =
                HttpStatus.isRedirection(response.getStatus()) && response.getStatus() != HttpStatus.NOT_MODIFIED_304;
        if (leadsOn && ask.mayBeLedOn()) {
            return next(address, response.getHeaders().get(HttpHeader.LOCATION));
        }
        try {
            byte[] body = unpacked(response.getContent(), response.getHeaders().get(HttpHeader.CONTENT_ENCODING));
            return body.length > MOST_BYTES
                    ? new Failed(Trouble.SIZE)
                    : new Answer(address, response.getStatus(), headers(response), body, clock.instant());
        } catch (IOException e) {
            return new Failed(Trouble.PACKED);
        }
    }

    private static Map<String, String> headers(ContentResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.getHeaders()
                .forEach(field -> headers.merge(
                        field.getLowerCaseName(),
                        field.getValue() == null ? "" : field.getValue(),
                        (one, other) -> one + ", " + other));
        return headers;
    }

    private static Object next(URI address, @Nullable String location) {
        try {
            return location == null ? new Failed(Trouble.BROKEN) : address.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            return new Failed(Trouble.NO_ADDRESS);
        }
    }

    // asked for as it is; some hosts hold nothing but the packed file
    private static byte[] unpacked(byte[] content, @Nullable String encoding) throws IOException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        if (name.equals("identity")) {
            return content;
        }
        if (!name.equals("gzip")) {
            throw new IOException("packed as " + name);
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return stream.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Trouble trouble(Throwable cause) {
        if (cause instanceof CheckedNames.Refused refused) {
            return refused.trouble();
        }
        if (cause instanceof UnknownHostException) {
            return Trouble.UNKNOWN_NAME;
        }
        if (cause instanceof TimeoutException) {
            return Trouble.TIME;
        }
        if (cause instanceof SSLException) {
            return Trouble.CERTIFICATE;
        }
        // that is how Jetty says that an answer does not fit into its buffer
        return cause instanceof IllegalArgumentException ? Trouble.SIZE : Trouble.BROKEN;
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the client for strangers' addresses does not stop", e);
        }
    }
}
