package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/deliveries}: deliveries as they stand, and sending stuck ones again. */
public final class DeliveriesApi extends HttpServlet {
    private static final Pattern ONE_AGAIN = Pattern.compile("/([0-9]{1,18})/send-again");

    private final transient Outbox outbox;
    private final transient InstantSource clock;

    public DeliveriesApi(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        ApiQuery query = new ApiQuery(request, "state", "award", "limit");
        State state = query.parsed("state", DeliveriesApi::state, "one of " + words());
        UUID award = query.uuid("award");
        int limit = query.limit();
        query.check();
        List<Listed> found = outbox.list(state, award == null ? null : new AwardId(award), limit);
        ApiAnswer.send(response, ApiAnswer.page("deliveries", found, DeliveriesApi::written, null));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        ApiAnswer.send(response, ApiAnswer.object().put("sent", sendAgain(path, outbox.by(Doing.of(request)))));
    }

    private int sendAgain(String path, Outbox theirs) {
        if (path.equals("/send-again")) {
            return theirs.sendAllAgain(clock.instant());
        }
        Matcher one = ONE_AGAIN.matcher(path);
        if (!one.matches()) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        if (!theirs.sendAgain(Long.parseLong(one.group(1)), clock.instant())) {
            throw new RequestFailure(Reason.CONFLICT);
        }
        return 1;
    }

    private static ObjectNode written(Listed delivery) {
        ObjectNode json = ApiAnswer.object();
        json.put("id", delivery.id());
        json.put("award", delivery.award().toString());
        json.put("badge", delivery.badge());
        json.put("target", delivery.target());
        json.put("course", delivery.course());
        json.put("revision", delivery.revision());
        json.put("state", word(delivery.state()));
        json.put("attempts", delivery.attempts());
        json.put("nextAt", delivery.nextAt().toString());
        json.put("trouble", delivery.trouble());
        return json;
    }

    private static @Nullable State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static List<String> words() {
        return Arrays.stream(State.values()).map(DeliveriesApi::word).toList();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
