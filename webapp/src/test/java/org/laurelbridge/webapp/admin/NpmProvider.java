package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The npm package oidc-provider in a process of its own, and a browser in which somebody signs in there. */
final class NpmProvider implements AutoCloseable {
    static final String CLIENT = "laurel";
    static final String SECRET = "a secret of the client";

    private static final Path SOURCE = Path.of("src/test/openid");
    private static final Path HOME = Path.of("target/openid");

    private final int port;
    private final URI back;
    private Process process;

    /** @param back where it sends people back to */
    NpmProvider(URI back) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.back = back;
        install();
        this.process = start();
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        boolean isThere = Files.exists(HOME.resolve("node_modules"))
                && Files.exists(HOME.resolve("package-lock.json"))
                && Files.mismatch(SOURCE.resolve("package-lock.json"), HOME.resolve("package-lock.json")) == -1;
        for (String file : List.of("package.json", "package-lock.json", "provider.mjs")) {
            Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isThere) {
            Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(npm.waitFor()).as(said).isZero();
        }
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder("node", "provider.mjs", String.valueOf(port), back.toString())
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.equals("listening")) {
            line = said.readLine();
        }
        assertThat(line).as("it listens").isNotNull();
        return started;
    }

    /** The same again, with another key. */
    void startAnew() throws IOException, InterruptedException {
        close();
        process = start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Signs somebody in there, and agrees to what is asked; the query that their browser comes back with. */
    String signIn(URI asked, String who) {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        URI next = asked;
        for (int step = 0; step < 20; step++) {
            HttpResponse<String> answer = send(browser, HttpRequest.newBuilder(next));
            if (answer.statusCode() == 200) {
                boolean isLogin = answer.body().contains("name=\"login\"");
                String form = isLogin
                        ? "prompt=login&login=" + URLEncoder.encode(who, StandardCharsets.UTF_8) + "&password=any"
                        : "prompt=consent";
                answer = send(
                        browser,
                        HttpRequest.newBuilder(next)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
            }
            next = next.resolve(
                    answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError("it stops")));
            if (next.toString().startsWith(back.toString())) {
                return next.getRawQuery();
            }
        }
        throw new AssertionError("it leads on and on");
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
