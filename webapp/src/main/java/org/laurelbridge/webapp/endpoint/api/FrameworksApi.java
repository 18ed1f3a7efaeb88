package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.KnownItem;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/frameworks}: the frameworks that badges can be aligned with, and their items. */
public final class FrameworksApi extends HttpServlet {
    private static final Pattern ITEMS = Pattern.compile("/([0-9]{1,18})/items");
    private static final Pattern END = Pattern.compile("[0-9]-[0-9]{1,18}");

    private final transient Frameworks frameworks;
    private final transient InstantSource clock;

    public FrameworksApi(Frameworks frameworks, InstantSource clock) {
        this.frameworks = frameworks;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            new ApiQuery(request).check();
            ApiAnswer.send(response, all(frameworks.list(clock.instant())));
            return;
        }
        Matcher items = ITEMS.matcher(path);
        if (!items.matches()) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        ApiAnswer.send(response, items(request, Long.parseLong(items.group(1))));
    }

    private static ObjectNode all(List<Framework> list) {
        ObjectNode body = ApiAnswer.object();
        ArrayNode array = body.putArray("frameworks");
        list.forEach(one -> array.addObject()
                .put("id", one.id())
                .put("name", one.name())
                .put("language", one.language())
                .put("version", one.version())
                .put("format", one.format().word())
                .put("importedAt", one.importedAt().toString())
                .put("items", one.items())
                .put("retired", one.retired()));
        return body;
    }

    private ObjectNode items(HttpServletRequest request, long framework) {
        ApiQuery query = new ApiQuery(request, "query", "limit", "after");
        String words = query.text("query");
        String after = query.parsed("after", FrameworksApi::end, "the \"after\" of the page before");
        int limit = query.limit();
        query.check();
        Instant now = clock.instant();
        if (frameworks.find(framework, now).isEmpty()) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        Frameworks.Page page = frameworks.search(framework, words == null ? "" : words, after, limit);
        return ApiAnswer.page("items", page.items(), item -> written(item, now), page.after());
    }

    private static @Nullable String end(String text) {
        return END.matcher(text).matches() ? text : null;
    }

    private static ObjectNode written(KnownItem known, Instant now) {
        Instant retiredAt = known.retiredAt();
        return ApiAnswer.object()
                .put("framework", known.framework())
                .put("code", known.item().code())
                .put("name", known.item().name())
                .put("description", known.item().description())
                .put("url", known.item().url())
                .put("type", known.item().type())
                .put("level", known.item().level())
                .put("broader", known.item().broader())
                .put("retired", known.isRetired(now))
                .put("retiredAt", retiredAt == null ? null : retiredAt.toString());
    }
}
