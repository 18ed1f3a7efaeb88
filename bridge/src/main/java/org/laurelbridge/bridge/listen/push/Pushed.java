package org.laurelbridge.bridge.listen.push;

import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.xapi.Problem;

/** What came of reading a request's body. */
public sealed interface Pushed {

    /**
     * All of it can be handed over.
     *
     * @param submission with the candidates in the order they were sent
     * @param ids one a statement sent, in order; equal statements without ids of their own share one
     * @param files that its attachments speak of, as far as they may come with the request
     */
    record Accepted(Submission submission, List<UUID> ids, List<File> files) implements Pushed {
        public Accepted {
            ids = List.copyOf(ids);
            files = List.copyOf(files);
        }
    }

    /** Nothing of it is kept (400). They may quote personal data: show them to the sender alone, and never log them. */
    record Refused(List<Problem> problems) implements Pushed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** More statements at once than are taken (413). */
    record TooMany(int found, int most) implements Pushed {}

    /**
     * A file that a statement speaks of.
     *
     * @param place of the attachment, a JSON pointer
     * @param sha2 of its bytes, in lower case
     * @param needed whether it has to come with the request: the statement names no address for it
     */
    record File(String place, String sha2, boolean needed) {}
}
