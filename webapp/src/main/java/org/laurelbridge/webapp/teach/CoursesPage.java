package org.laurelbridge.webapp.teach;

import java.util.List;

/** The courses that somebody teaches. */
public record CoursesPage(TeachFrame frame, List<Line> lines) {

    /**
     * A course.
     *
     * @param system where it is
     */
    public record Line(String path, String title, String system) {}
}
