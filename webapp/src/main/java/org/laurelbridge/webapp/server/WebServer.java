package org.laurelbridge.webapp.server;

import static org.laurelbridge.webapp.server.StrangersPaths.ofStrangers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
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

/** Jetty with our routes. Servlets are registered as instances, each behind the guard that its route declares. */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 200;
    private static final Duration UPLOAD_TIME = Duration.ofMinutes(1);

    /**
     * How it treats strangers.
     *
     * @param framing who may show its pages inside their own
     * @param uploadTime within which what a stranger sends must have come
     */
    public record Terms(Framing framing, Duration uploadTime) {
        static final Terms USUAL = of(Framing.NOBODY);

        /** A minute for what strangers send. */
        public static Terms of(Framing framing) {
            return new Terms(framing, UPLOAD_TIME);
        }
    }

    private final Server server;
    private final ServerConnector connector;

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
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.DEFAULT);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(30_000);
        server.addConnector(connector);
        FailurePage failures = new FailurePage(pages);
        server.setErrorHandler(new FailureHandler(failures));
        Handler context = context(routes, sessions, failures, new WindowFilter(terms.framing(), pages), terms.framing());
        server.setHandler(new UploadTime(context, ofStrangers(routes), terms.uploadTime()));
        server.setStopTimeout(5_000);
    }

    private static ServletContextHandler context(
            List<Route> routes, Sessions sessions, FailurePage failures, WindowFilter windows, Framing framing) {
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.setErrorHandler(new FailureHandler(failures));
        filter(context, new Guards(framing), "/*");
        filter(context, new FailureFilter(failures), "/*");
        filter(context, windows, "/*");
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
                if (route.mostUpload() > 0) {
                    filter(context, new UploadFilter(route.mostUpload()), path);
                }
                filter(context, new AccessFilter(route.access(), sessions), path);
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
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new Forwarded(proxies));
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

    /** Lets requests that are under way end, for five seconds. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server did not stop", e);
        }
    }
}
