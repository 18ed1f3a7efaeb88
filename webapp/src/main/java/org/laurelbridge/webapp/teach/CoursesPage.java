package org.laurelbridge.webapp.teach;

import java.util.List;

/** The courses that somebody teaches. */
public record CoursesPage(TeachFrame frame, List<Line> lines) {

    /**
     * A course.
     *
     * @param learners how many learn in it
     * @param waiting how much waits for their word
     * @param system where it is: its host
     */
    public record Line(String path, String title, int learners, int waiting, String system) {}
}
