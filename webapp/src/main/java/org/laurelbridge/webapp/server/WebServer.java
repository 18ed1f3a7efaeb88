package org.laurelbridge.webapp.server;

import static org.laurelbridge.webapp.server.StrangersPaths.ofStrangers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.laurelbridge.bridge.config.Network;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.tls.TlsConnector;

/** Jetty with our routes. Servlets are registered as instances, each behind the guard that its route declares. */
public final class WebServer implements AutoCloseable {
    /** A rule of 200 conditions is a form with so many fields, and so large. */
    private static final int MOST_FIELDS = 4_000;

    private static final int LARGEST_FORM = 500_000;
    private static final int THREADS = 200;
    private static final Duration UPLOAD_TIME = Duration.ofMinutes(1);

    /**
     * How it treats strangers.
     *
     * @param framing who may show its pages inside their own
     * @param uploadTime within which what a stranger sends must have come
     * @param strictTransport how long browsers shall ask by https alone; zero to say nothing
     * @param limits how often anybody may ask
     */
    public record Terms(Framing framing, Duration uploadTime, Duration strictTransport, RequestLimits limits) {
        static final Terms USUAL = new Terms(Framing.NOBODY, UPLOAD_TIME);

        Terms(Framing framing, Duration uploadTime) {
            this(framing, uploadTime, Duration.ZERO, RequestLimits.NONE);
        }

        /** A minute for what strangers send. */
        public static Terms of(Framing framing, Duration strictTransport, RequestLimits limits) {
            return new Terms(framing, UPLOAD_TIME, strictTransport, limits);
        }
    }

    private final Server server;
    private final List<AutoCloseable> lasting;
    private final HttpConfiguration http = new HttpConfiguration();
    private final String host;
    private final int port;
    private ServerConnector connector;

    /** Nobody shows its pages inside theirs. */
    public WebServer(String host, int port, List<Route> routes, Sessions sessions, Pages pages) {
        this(host, port, routes, sessions, pages, Terms.USUAL);
    }

    /** @param port 0 for any free one */
    public WebServer(String host, int port, List<Route> routes, Sessions sessions, Pages pages, Terms terms) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        // Jetty's own switch: virtual threads where the JVM has them
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        server = new Server(threads);
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.DEFAULT);
        this.host = host;
        this.port = port;
        this.lasting = routes.stream()
                .map(Route::servlet)
                .filter(AutoCloseable.class::isInstance)
                .map(AutoCloseable.class::cast)
                .toList();
        connector = listen(new ServerConnector(server, new HttpConnectionFactory(http)), port);
        server.setErrorHandler(new FailureHandler(new FailurePage(pages)));
        Handler context = Packing.around(context(routes, sessions, pages, terms));
        server.setHandler(new UploadTime(context, ofStrangers(routes), terms.uploadTime()));
        server.setStopTimeout(5_000);
    }

    private ServerConnector listen(ServerConnector one, int where) {
        one.setHost(host);
        one.setPort(where);
        one.setIdleTimeout(30_000);
        server.addConnector(one);
        return one;
    }

    private static ServletContextHandler context(List<Route> routes, Sessions sessions, Pages pages, Terms terms) {
        FailurePage failures = new FailurePage(pages);
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.setErrorHandler(new FailureHandler(failures));
        context.setMaxFormKeys(MOST_FIELDS);
        context.setMaxFormContentSize(LARGEST_FORM);
        filter(context, new Guards(terms.framing(), terms.strictTransport()), "/*");
        filter(context, new LanguageFilter(sessions), "/*");
        filter(context, new SignedInFilter(sessions), "/*");
        filter(context, new FailureFilter(failures), "/*");
        filter(context, new LimitFilter(terms.limits()), "/*");
        filter(context, new WindowFilter(terms.framing(), pages, sessions), "/*");
        for (Route route : routes) {
            ServletHolder holder = new ServletHolder(route.servlet());
            if (route.mostUpload() > 0) {
                int most = route.mostUpload();
                // kept in memory: nothing of a stranger's is written to the disk
                holder.getRegistration().setMultipartConfig(new MultipartConfigElement("", most, most, most));
            }
            for (String path : route.paths()) {
                if (!route.methods().isEmpty()) {
                    filter(context, new MethodFilter(route.methods()), path);
                }
                if (route.isDear()) {
                    filter(context, new LimitFilter.Dear(terms.limits()), path);
                }
                if (route.mostUpload() > 0) {
                    filter(context, new UploadFilter(route.mostUpload()), path);
                }
                filter(context, new AccessFilter(route.access(), sessions, terms.limits()), path);
                context.addServlet(holder, path);
            }
        }
        context.addServlet(new ServletHolder(new NothingHere()), "/");
        return context;
    }

    private static void filter(ServletContextHandler context, Filter filter, String path) {
        context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
    }

    /** The same, believing these proxies about whom they send a request for; before it starts. */
    public WebServer behind(List<Network> proxies) {
        http.addCustomizer(new Forwarded(proxies));
        return this;
    }

    /**
     * The same, speaking TLS; before it starts.
     *
     * @param looking how often it looks whether the files were renewed
     */
    public WebServer speaking(TlsConnector tls, Duration looking) {
        server.removeConnector(connector);
        connector = listen(tls.on(server, http), port);
        server.addBean(new Rounds(tls::renew, looking));
        return this;
    }

    /** The same, leading whoever asks by http at a second port to the public address; before it starts. */
    public WebServer leadingToHttps(int plainPort, URI publicUrl) {
        server.setHandler(new RedirectToHttps(server.getHandler(), publicUrl));
        HttpConfiguration plain = new HttpConfiguration();
        plain.setSendServerVersion(false);
        listen(new ServerConnector(server, new HttpConnectionFactory(plain)), plainPort)
                .setName(RedirectToHttps.CONNECTOR);
        return this;
    }

    /** Starts, or says why not. */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot listen on " + connector.getHost() + ":" + connector.getPort() + ": " + e.getMessage(), e);
        }
    }

    /** The port in use. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Ends answers that last as long as their readers, and lets requests that are under way end, for five seconds. */
    @Override
    public void close() {
        try {
            for (AutoCloseable one : lasting) {
                one.close();
            }
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server did not stop", e);
        }
    }
}
