package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.backpack.Backpack.Entry;
import org.laurelbridge.bridge.backpack.Backpack.Form;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.grant.Grants.Bearer;
import org.laurelbridge.webapp.provider.Shelf.Document;
import tools.jackson.databind.node.StringNode;

/**
 * Writes badges, each as it came, without a byte changed, and one after the other: a page of large ones never is in memory as a whole.
 *
 * @param objects the name of the array of those that are JSON
 * @param tokens that of those that are tokens
 */
record ListAnswer(Shelf shelf, Standard standard, String objects, String tokens) {

    /** @param before what the answer begins with, a brace and what else stands in it */
    void write(String before, Bearer bearer, List<Entry> entries, HttpServletResponse response) throws IOException {
        response.setContentType(ImsServlet.JSON);
        response.setCharacterEncoding("UTF-8");
        Writer out = response.getWriter();
        out.write(before + "\"" + objects + "\":[");
        List<String> kept = new ArrayList<>();
        boolean isFirst = true;
        for (Entry entry : entries) {
            // what came as a token is opened below, one by one; of ours none is large
            Optional<Document> found =
                    entry.form() == Form.JWS ? Optional.empty() : shelf.open(bearer, standard, entry);
            found.filter(Document::isToken).ifPresent(document -> kept.add(document.text()));
            if (found.isPresent() && !found.get().isToken()) {
                out.write(isFirst ? "" : ",");
                out.write(found.get().text());
                isFirst = false;
            }
        }
        out.write("],\"" + tokens + "\":[");
        writeTokens(bearer, entries, kept, out);
        out.write("]}");
    }

    private void writeTokens(Bearer bearer, List<Entry> entries, List<String> kept, Writer out) throws IOException {
        boolean isFirst = true;
        for (String token : kept) {
            out.write((isFirst ? "" : ",") + StringNode.valueOf(token));
            isFirst = false;
        }
        for (Entry entry : entries) {
            Optional<Document> found =
                    entry.form() == Form.JWS ? shelf.open(bearer, standard, entry) : Optional.empty();
            if (found.isPresent()) {
                out.write((isFirst ? "" : ",")
                        + StringNode.valueOf(found.get().text().strip()));
                isFirst = false;
            }
        }
    }
}
