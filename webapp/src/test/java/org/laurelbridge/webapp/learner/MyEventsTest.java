package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;

/** What an open page of a learner is told, over the wire. */
class MyEventsTest {
    @TempDir
    private Path folder;

    private Laurel laurel;

    @BeforeEach
    void open() throws IOException {
        laurel = new Laurel(folder);
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    @Test
    void page_isToldThatSomethingHappened_andOnceMoreWhenItComesAgain() {
        HttpResponse<Stream<String>> answer = laurel.events("/my/events?since=0");
        assertThat(answer.headers().map())
                .containsEntry("Content-Type", List.of("text/event-stream;charset=utf-8"))
                .containsEntry("X-Accel-Buffering", List.of("no"))
                .containsEntry("Cache-Control", List.of("no-store"));
        Iterator<String> lines = answer.body().iterator();
        laurel.earn();
        String told = next(lines, "data: ");
        assertThat(Long.parseLong(told)).isPositive();
        answer.body().close();

        Iterator<String> again = laurel.events("/my/events?since=0").body().iterator();
        assertThat(next(again, "id: ")).isEqualTo(told);
        Iterator<String> resumed = laurel.events("/my/events?since=x", "Last-Event-ID", told)
                .body()
                .iterator();
        assertThat(next(resumed, ":")).as("nothing but a sign of life").isEmpty();
    }

    @Test
    void stream_endsWithItsSession() {
        Stream<String> lines = laurel.events("/my/events").body();
        laurel.bridge.stores().sessions().endAll(new Holder(Kind.ACCOUNT, laurel.account));
        assertThat(lines.filter(line -> !line.isBlank())).containsExactly("retry: 2000");
    }

    @Test
    void manyPages_ofOneLearner_letTheOldestGo() {
        List<Stream<String>> open = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            open.add(laurel.events("/my/events").body());
        }
        assertThat(open.get(0).filter(line -> line.startsWith("data"))).isEmpty();
        laurel.earn();
        assertThat(next(open.get(6).iterator(), "data: ")).isNotEmpty();
        assertThat(open.get(5)).isNotNull();
    }

    private static String next(Iterator<String> lines, String beginning) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new AssertionError("the stream ended without " + beginning);
    }
}
