package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.webapp.site.Site;

/** Pushes the demo's statements to the running server as a sender would, and tells what becomes of them. */
final class DemoRun {
    /** What must be earned: badge by name. */
    private static final Map<String, String> EXPECTED =
            Map.of("Ann Archer", "k8s-fundamentals", "Bob Baker", "lab-safety", "Chris Carter", "network-security");

    private final Bridge bridge;
    private final Site site;
    private final PrintWriter out;

    DemoRun(Bridge bridge, Site site, PrintWriter out) {
        this.bridge = bridge;
        this.site = site;
        this.out = out;
    }

    /** Whether every badge expected, and no other, was issued and delivered. */
    boolean show() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        out.println("Statements are pushed to " + site.address() + "/xapi/statements:");
        for (DemoStatements.Request request : new DemoStatements(bridge.clock().instant()).requests()) {
            HttpResponse<String> answer = client.send(post(request.body()), HttpResponse.BodyHandlers.ofString());
            out.printf("  %-58s %d%n", request.what(), answer.statusCode());
            out.flush();
            if (answer.statusCode() != 200) {
                out.println(answer.body());
                return false;
            }
        }
        boolean settled = Settling.await(bridge, out);
        counts(bridge.stores().figures().read());
        return table() && settled;
    }

    private HttpRequest post(String body) {
        String basic = DemoConfig.SOURCE + ":" + DemoConfig.SECRET;
        return HttpRequest.newBuilder(URI.create(site.address() + "/xapi/statements"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void counts(Figures.Snapshot figures) {
        out.println();
        out.printf(
                "  statements %d ─▶ facts %d ─▶ awards %d ─▶ signed %d ─▶ delivered %d     voided %d, parked %d, quarantined %d%n",
                figures.statements(),
                figures.facts(),
                figures.awards().stream().mapToLong(Figures.Count::rows).sum(),
                figures.awards().stream().mapToLong(Figures.Count::rows).sum() - figures.unsigned(),
                Figures.Snapshot.in(figures.deliveries(), "delivered"),
                figures.voided(),
                figures.parked(),
                figures.quarantined());
        out.println();
    }

    private boolean table() {
        List<Award> awards = bridge.awards().list(null, null, null, 100);
        Map<String, String> earned = new TreeMap<>();
        boolean whole = true;
        out.printf("  %-14s %-26s %-22s %-12s %s%n", "Who", "Badge", "Earned", "Gradebook", "Why");
        for (Award award : awards) {
            Person person =
                    bridge.stores().people().find(award.person().value()).orElseThrow();
            String grade = bridge.stores()
                    .ownGrades()
                    .find(award.badge(), award.person())
                    .map(OwnGrades.Grade::grade)
                    .map(points -> points.stripTrailingZeros().toPlainString())
                    .orElse("missing");
            boolean signed = bridge.stores().credentials().find(award.id()).isPresent();
            whole &= signed && !grade.equals("missing");
            String name = String.valueOf(person.name());
            earned.put(name, award.badge());
            out.printf("  %-14s %-26s %-22s %-12s %s%n", name, award.badge(), award.earnedAt(), grade, why(award));
        }
        out.println();
        out.flush();
        return whole && awards.size() == EXPECTED.size() && earned.equals(new TreeMap<>(EXPECTED));
    }

    private String why(Award award) {
        return bridge.explanations()
                .explain(award.person(), award.badge())
                .map(answer -> answer.lines().get(0).text())
                .orElse("");
    }

    /** Says what can be opened, while the server goes on. */
    void invite() {
        out.println("Open these in a browser:");
        out.println("  " + site.address() + "/                 the badges");
        for (Award award : bridge.awards().list(null, null, null, 100)) {
            out.println("  " + bridge.issuer().addresses().award(award.id()) + "   an award, as an employer sees it");
        }
        String token = FirstToken.make(bridge).orElse("");
        out.println("  " + site.address() + "/admin            the administrator's pages; the token is " + token);
        out.println("Everything of this demo is deleted when you stop it (Ctrl-C).");
        out.flush();
    }
}
