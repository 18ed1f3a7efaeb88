package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.report.Moments;

/**
 * Which page is asked for (Open Badges 3.0 §6.2.3 Paging, Open Badges 2.1 § Pagination).
 *
 * @param limit 1 to {@link #MOST}: who asks for more gets so many, and the link to the next ones
 * @param since null for all
 */
record PageAsked(int limit, long offset, @Nullable Instant since) {
    private static final int STANDARD = 50;
    private static final int MOST = 100;

    static PageAsked of(HttpServletRequest request) {
        long limit = number(request, "limit", STANDARD, 1);
        String since = one(request, "since");
        return new PageAsked(
                (int) Math.min(limit, MOST),
                number(request, "offset", 0, 0),
                since == null
                        ? null
                        : Moments.read(since)
                                .orElseThrow(() -> wrong("since", "a moment with a zone, as 2026-03-01T12:00:00Z")));
    }

    private static long number(HttpServletRequest request, String name, long standard, int least) {
        String text = one(request, name);
        if (text == null) {
            return standard;
        }
        if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) < least) {
            throw wrong(name, "a number from " + least);
        }
        return Long.parseLong(text);
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw wrong(name, "it once");
        }
        return values == null ? null : values[0];
    }

    private static ImsFailure wrong(String name, String expected) {
        return new ImsFailure(Trouble.QUERY, name, name + ": expected " + expected + ".");
    }

    /** Says how many there are, and where the other pages are. */
    void tell(URI list, int shown, long total, HttpServletResponse response) {
        List<String> links = new ArrayList<>();
        if (offset + shown < total && shown > 0) {
            links.add(link(list, offset + shown, "next"));
        }
        links.add(link(list, total == 0 ? 0 : (total - 1) / limit * limit, "last"));
        links.add(link(list, 0, "first"));
        if (offset > 0) {
            links.add(link(list, Math.max(0, offset - limit), "prev"));
        }
        response.setHeader("Link", String.join(", ", links));
        response.setHeader("X-Total-Count", Long.toString(total));
    }

    private String link(URI list, long from, String rel) {
        String more = since == null ? "" : "&since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
        return "<" + list + "?limit=" + limit + "&offset=" + from + more + ">; rel=\"" + rel + "\"";
    }
}
