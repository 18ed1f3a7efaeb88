package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** {@code /assets/…}: the style sheets and the mark. Read and packed once; nothing else can be asked for. */
public final class AssetServlet extends HttpServlet {
    private static final String OURS = "/org/laurelbridge/webapp/assets/";
    private static final String CSS = "text/css;charset=utf-8";

    private final transient Map<String, Asset> assets = Map.ofEntries(
            Map.entry(
                    "/bootstrap.css",
                    Asset.of(
                            CSS,
                            bytes("/META-INF/resources/webjars/bootstrap/" + bootstrap() + "/css/bootstrap.min.css"))),
            Map.entry(
                    "/bootstrap-rtl.css",
                    Asset.of(
                            CSS,
                            bytes("/META-INF/resources/webjars/bootstrap/" + bootstrap()
                                    + "/css/bootstrap.rtl.min.css"))),
            Map.entry("/laurel.css", Asset.of(CSS, bytes(OURS + "laurel.css"))),
            script("build.js"),
            script("lti.js"),
            script("lti-close.js"),
            script("lti-window.js"),
            script("lti-place.js"),
            script("lines.js"),
            script("mine.js"),
            script("run.js"),
            Map.entry("/laurel.svg", Asset.of("image/svg+xml", bytes(OURS + "laurel.svg"))));

    private static Map.Entry<String, Asset> script(String name) {
        return Map.entry("/" + name, Asset.of("text/javascript;charset=utf-8", bytes(OURS + name)));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asset asset = assets.get(request.getPathInfo());
        if (asset == null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        asset.send(request, response);
    }

    /** The WebJar's version stands in the paths of its files. */
    private static String bootstrap() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/bootstrap/pom.properties")) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = AssetServlet.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + resource);
        }
        return in;
    }
}
