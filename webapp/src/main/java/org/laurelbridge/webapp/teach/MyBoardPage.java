package org.laurelbridge.webapp.teach;

import java.util.List;
import org.laurelbridge.webapp.learner.MyFrame;

/** The boards that a learner stands on. */
public record MyBoardPage(MyFrame frame, List<One> boards) {
    /** The board of a course. */
    public record One(String course, Board board) {}
}
