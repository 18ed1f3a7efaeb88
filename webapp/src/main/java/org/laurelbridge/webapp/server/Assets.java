package org.laurelbridge.webapp.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style sheets, scripts and mark, read and packed once. Each stands under an address that its content is part of, so that browsers
 * keep it for good and ask anew as soon as it is another.
 */
public final class Assets {
    private static final String OURS = "/org/laurelbridge/webapp/assets/";
    private static final String BOOTSTRAP = "/META-INF/resources/webjars/bootstrap/" + bootstrap() + "/css/";
    private static final String CSS = "text/css;charset=utf-8";

    // constant: the files are parts of the program, and templates name them where nothing is handed to them
    private static final Map<String, Asset> ALL = Stream.concat(
                    Stream.of(
                            Asset.of("bootstrap.css", CSS, bytes(BOOTSTRAP + "bootstrap.min.css")),
                            Asset.of("bootstrap-rtl.css", CSS, bytes(BOOTSTRAP + "bootstrap.rtl.min.css")),
                            Asset.of("laurel.css", CSS, bytes(OURS + "laurel.css")),
                            Asset.of("laurel.svg", "image/svg+xml", bytes(OURS + "laurel.svg"))),
                    Stream.of(
                                    "build.js",
                                    "habits.js",
                                    "lines.js",
                                    "lti.js",
                                    "lti-close.js",
                                    "lti-place.js",
                                    "lti-window.js",
                                    "mine.js",
                                    "run.js")
                            .map(name -> Asset.of(name, "text/javascript;charset=utf-8", bytes(OURS + name))))
            .collect(Collectors.toUnmodifiableMap(Asset::name, asset -> asset));

    private Assets() {}

    /** The address of a file of ours, as {@code laurel.css}. */
    public static String at(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no such asset: " + name))
                .address();
    }

    /** Empty for a name that no file of ours has. */
    static Optional<Asset> find(String name) {
        return Optional.ofNullable(ALL.get(name));
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
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + resource);
        }
        return in;
    }
}
