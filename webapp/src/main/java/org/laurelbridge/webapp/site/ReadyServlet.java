package org.laurelbridge.webapp.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /health/ready}: the database answers and no stage fails. Which one does is in the log: its name is not for strangers. */
final class ReadyServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyServlet.class);

    private final transient Runnable database;
    private final transient Supplier<List<String>> failing;

    /** @param database throws when it does not answer */
    ReadyServlet(Runnable database, Supplier<List<String>> failing) {
        this.database = database;
        this.failing = failing;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean answers = databaseAnswers();
        boolean goes = failing.get().isEmpty();
        boolean ready = answers && goes;
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.put("status", word(ready)).put("database", word(answers)).put("stages", word(goes));
        response.setStatus(ready ? 200 : 503);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer.toString());
    }

    private static String word(boolean good) {
        return good ? "up" : "down";
    }

    private boolean databaseAnswers() {
        try {
            database.run();
            return true;
        } catch (RuntimeException away) {
            LOG.warn("the database does not answer: {}", away.getMessage());
            return false;
        }
    }
}
