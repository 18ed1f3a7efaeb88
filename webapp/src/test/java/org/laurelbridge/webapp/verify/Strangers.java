package org.laurelbridge.webapp.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Readers of badges that others wrote (npm packages, of the versions in {@code src/test/readers}), in a process that asks no
 * network: it is given what would stand at our addresses.
 */
public final class Strangers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SOURCE = Path.of("src/test/readers");
    private static final Path HOME = Path.of("target/readers");
    private static final Pattern ADDRESS = Pattern.compile(Pattern.quote(Installation.ROOT) + "/[^\"#\\\\ ]*");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "read.mjs", "backpack.mjs");

    private final Path folder;
    private final List<String> named = new ArrayList<>();
    private final ArrayNode what = JSON.createArrayNode();
    private final ObjectNode world = JSON.createObjectNode();

    /** What a reader says. */
    record Verdict(boolean verified, String why) {}

    Strangers(Path folder) {
        this.folder = folder;
    }

    /** @param form {@code json}, {@code text}, {@code png} or {@code svg} */
    Strangers badge(String name, String form, int version, byte[] badge) {
        try {
            String file = what.size() + "." + form;
            Files.write(folder.resolve(file), badge);
            named.addAll(addresses(new String(badge, StandardCharsets.UTF_8)));
            what.addObject()
                    .put("name", name)
                    .put("file", file)
                    .put("form", form)
                    .put("version", version);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets them know a context that no package of theirs has, by the file that we sign with. */
    Strangers context(String address, String file) {
        try (InputStream text = Objects.requireNonNull(Strangers.class.getResourceAsStream(file))) {
            world.set(address, JSON.readTree(text));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> addresses(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Lets them know what stands at these addresses, at those that the badges name, and at those that are named there. */
    Strangers know(Installation installation, List<String> addresses) {
        Set<String> seen = new HashSet<>();
        List<String> next = new ArrayList<>(addresses);
        next.addAll(named);
        while (!next.isEmpty()) {
            String address = next.remove(next.size() - 1);
            if (!seen.add(address)) {
                continue;
            }
            String body = new String(installation.get(address).body(), StandardCharsets.UTF_8);
            if (body.startsWith("{")) {
                world.set(address, JSON.readTree(body));
                next.addAll(addresses(body));
            }
        }
        world.set("issuer", JSON.readTree(installation.text("/issuer/did.json")));
        return this;
    }

    /** Lets them read all badges; by their names, in order. */
    Map<String, Verdict> read() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("what.json"), what.toString());
        Files.writeString(folder.resolve("world.json"), world.toString());
        install();
        String said = run(List.of("node", "read.mjs", folder.toAbsolutePath().toString()));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (String line : said.split("\n")) {
            JsonNode one = JSON.readTree(line);
            verdicts.put(
                    one.path("name").asString(),
                    new Verdict(
                            one.path("verified").asBoolean(), one.path("why").asString("")));
        }
        return verdicts;
    }

    /** Runs one of their programs; returns what it says. */
    public static String run(String program, String... arguments) throws IOException, InterruptedException {
        install();
        List<String> words = new ArrayList<>(List.of("node", program));
        words.addAll(List.of(arguments));
        return run(words);
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        boolean isThere = Files.exists(HOME.resolve("node_modules"))
                && Files.exists(HOME.resolve("package-lock.json"))
                && Files.mismatch(SOURCE.resolve("package-lock.json"), HOME.resolve("package-lock.json")) == -1;
        for (String file : FILES) {
            Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isThere) {
            run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        }
    }

    private static String run(List<String> words) throws IOException, InterruptedException {
        Path errors = HOME.resolve("errors.log");
        Process process = new ProcessBuilder(words)
                .directory(HOME.toFile())
                .redirectError(errors.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(words + " failed: " + said + Files.readString(errors));
        }
        return said.strip();
    }
}
