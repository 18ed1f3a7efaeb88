package org.laurelbridge.webapp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.laurelbridge.webapp.story.RunningLaurel.Answer;

/** Pushes as senders do: the same again until it is taken, to the next node when one does not take it. Sends for one thread. */
final class Sender {
    private final List<RunningLaurel> nodes;
    private final List<Integer> refusals = new CopyOnWriteArrayList<>();
    private int turn;

    Sender(RunningLaurel... nodes) {
        this.nodes = List.of(nodes);
    }

    void send(List<QuizAttempt> attempts) {
        String batch = QuizAttempt.batch(attempts);
        assertThat(RunningLaurel.eventually(() -> isTaken(batch)))
                .as("taken at last; refused with %s", refusals)
                .isTrue();
    }

    private boolean isTaken(String batch) {
        Answer answer = nodes.get(turn % nodes.size()).push(batch);
        if (answer != null && answer.status() == 200) {
            return true;
        }
        if (answer != null) {
            refusals.add(answer.status());
        }
        turn++;
        return false;
    }

    /** The status of each answer that was not good. */
    List<Integer> refusals() {
        return List.copyOf(refusals);
    }
}
