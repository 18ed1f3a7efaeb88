package org.laurelbridge.webapp.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.push.PushReader;
import org.laurelbridge.bridge.listen.push.Pushed;
import org.laurelbridge.bridge.listen.push.Sender;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.store.DatabaseUnavailable;
import org.laurelbridge.webapp.server.Allowance;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.XapiVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code /xapi/statements}: statements pushed here, and those kept here (1.0.3 Communication 2.1). */
public final class StatementsServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(StatementsServlet.class);
    private static final String WRITING = "1.0.3 Communication 2.1.1";

    private final transient Senders senders;
    private final transient PushReader reader;
    private final transient Intake intake;
    private final transient ShownStatements shown;
    private final long mostBytes;
    private final transient Allowance allowance;

    /**
     * @param mostBytes that the body of a request may have
     * @param allowance how often each source may ask
     */
    public StatementsServlet(
            Senders senders,
            PushReader reader,
            Intake intake,
            ShownStatements shown,
            long mostBytes,
            Allowance allowance) {
        this.senders = senders;
        this.reader = reader;
        this.intake = intake;
        this.shown = shown;
        this.mostBytes = mostBytes;
        this.allowance = allowance;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response).write(response);
    }

    private XapiAnswer answer(HttpServletRequest plain, HttpServletResponse response) {
        try {
            XapiRequest request = XapiRequest.of(plain, mostBytes);
            Sender sender = sender(request).orElseThrow(XapiRefusal::unknownSender);
            allowance.demand(sender.source(), 1);
            XapiVersion version = version(request, sender);
            if (version != null) {
                response.setHeader(XapiRequest.VERSION, version.header());
            }
            return switch (request.method()) {
                case "GET", "HEAD" ->
                    shown.answer(
                            sender.source(),
                            StatementQuery.of(request.parameters()),
                            version == null ? XapiVersion.V1_0 : version);
                case "POST" -> post(request, sender, version);
                case "PUT" -> put(request, sender, version);
                default -> throw XapiRefusal.wrongMethod("GET, HEAD, POST, PUT");
            };
        } catch (XapiRefusal refusal) {
            return refusal.answer();
        } catch (Intake.IntakeUnavailable | StatementLog.Unavailable | DatabaseUnavailable unavailable) {
            LOG.warn("a request of the xAPI was not answered: {}", unavailable.getMessage());
            return XapiAnswer.refused(503, "Laurel cannot keep or read statements now. Send the same again.", List.of())
                    .with("Retry-After", "5");
        }
    }

    private Optional<Sender> sender(XapiRequest request) {
        String authorization = request.header("Authorization");
        return authorization == null && request.method().equals("POST")
                ? senders.findBySignature(
                        request.header("X-LRS-Signature"),
                        () -> request.content().bytes())
                : senders.find(authorization);
    }

    private static @Nullable XapiVersion version(XapiRequest request, Sender sender) {
        String asked = request.header(XapiRequest.VERSION);
        if (asked == null && !sender.versionHeaderRequired()) {
            return null;
        }
        return XapiVersion.negotiate(asked == null ? "" : asked)
                .orElseThrow(() -> XapiRefusal.bad(List.of(
                        asked == null
                                ? new Problem(XapiRequest.VERSION, "none", "1.0.x or 2.0.0", "1.0.3 Communication 3.3")
                                : XapiVersion.unknown(asked))));
    }

    private XapiAnswer post(XapiRequest request, Sender sender, @Nullable XapiVersion version) {
        StatementQuery.refuseUnknown(request.parameters(), List.of());
        Pushed.Accepted accepted = accepted(reader.readAny(sender, version, request.content()));
        keep(accepted);
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        accepted.ids().forEach(id -> ids.add(id.toString()));
        return XapiAnswer.of(200, ids);
    }

    private XapiAnswer put(XapiRequest request, Sender sender, @Nullable XapiVersion version) {
        Map<String, String> parameters = request.parameters();
        StatementQuery.refuseUnknown(parameters, List.of("statementId"));
        UUID id = StatementQueryReader.uuid(parameters.getOrDefault("statementId", ""));
        if (id == null) {
            throw XapiRefusal.bad("query, statementId", "no UUID", "the statement's id, a UUID", WRITING);
        }
        keep(accepted(reader.readOne(sender, version, id, request.content())));
        return XapiAnswer.of(204, null);
    }

    private static Pushed.Accepted accepted(Pushed pushed) {
        if (pushed instanceof Pushed.Accepted accepted) {
            return accepted;
        }
        if (pushed instanceof Pushed.TooMany many) {
            throw XapiRefusal.tooLarge(many.found() + " statements", many.most() + " statements");
        }
        throw XapiRefusal.bad(((Pushed.Refused) pushed).problems());
    }

    private void keep(Pushed.Accepted accepted) {
        if (accepted.submission().candidates().isEmpty()) {
            return;
        }
        Receipt receipt = intake.accept(accepted.submission());
        if (receipt instanceof Receipt.Conflict conflict) {
            throw XapiRefusal.told(
                    409,
                    "Statements with these ids are here already and differ: nothing of the request was kept.",
                    conflict.ids(),
                    "1.0.3 Data 2.3.1");
        }
        if (receipt instanceof Receipt.Forbidden forbidden) {
            throw XapiRefusal.told(
                    403,
                    "This source may not void these statements: nothing of the request was kept.",
                    forbidden.targets(),
                    "1.0.3 Data 2.3.2");
        }
    }
}
