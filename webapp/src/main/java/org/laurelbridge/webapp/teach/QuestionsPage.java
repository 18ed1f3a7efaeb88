package org.laurelbridge.webapp.teach;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Moment;

/**
 * What an instructor's learners ask.
 *
 * @param waiting those that wait longest first
 * @param answered those answered last first
 * @param said what became of an answer: the key of a sentence; null when none was sent
 */
public record QuestionsPage(
        TeachFrame frame,
        List<One> waiting,
        List<One> answered,
        @Nullable String said) {
    public QuestionsPage {
        waiting = List.copyOf(waiting);
        answered = List.copyOf(answered);
    }

    /**
     * A question.
     *
     * @param path of the learner in the course
     * @param tree the explanation as it stood
     * @param answer null while it waits
     * @param answeredAt null while it waits
     */
    public record One(
            String id,
            String name,
            String path,
            String course,
            String badge,
            String note,
            Moment asked,
            List<Why> tree,
            @Nullable String answer,
            @Nullable Moment answeredAt) {
        public One {
            tree = List.copyOf(tree);
        }
    }
}
