package org.laurelbridge.webapp.teach;

import java.util.List;
import org.laurelbridge.webapp.server.Moment;

/**
 * A statement about one of a class.
 *
 * @param path of who it is about
 * @param facts what it says, as far as badges of the class read it
 * @param json as it was sent
 */
public record StatementPage(TeachFrame frame, String name, String path, Moment at, List<Said> facts, String json) {

    /**
     * A fact.
     *
     * @param percent empty for none
     * @param sources that brought it, with commas
     */
    public record Said(String activity, String kind, String percent, String sources) {}
}
