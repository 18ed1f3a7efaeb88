package org.laurelbridge.bridge.issue.framework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurelbridge.xapi.Problem;

/** What a reader found in a file. */
final class Found implements ItemSink {

    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, String> parents = new LinkedHashMap<>();
    final List<String> problems = new ArrayList<>();
    String version = "";

    static Found in(Format format, String text) {
        return in(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static Found in(Format format, byte[] bytes) {
        return in(format, new ByteArrayInputStream(bytes));
    }

    static Found in(Format format, InputStream bytes) {
        Found found = new Found();
        try {
            format.reader().read(bytes, found);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    static byte[] sample(String name) {
        try (InputStream bytes = Objects.requireNonNull(Found.class.getResourceAsStream(name))) {
            return bytes.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void item(Item item, String place) {
        items.put(item.code(), item);
    }

    @Override
    public void broader(String code, String parent) {
        parents.put(code, parent);
    }

    @Override
    public void version(String told) {
        version = told;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem.toString());
    }
}
