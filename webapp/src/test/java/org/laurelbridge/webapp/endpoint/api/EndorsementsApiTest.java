package org.laurelbridge.webapp.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.Endorsables;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Endorsed;
import org.laurelbridge.bridge.issue.ob3.Endorsing;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.EndorsementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EndorsementsApiTest {
    private static final String ABOUT = "/api/v1/endorsements?about=k8s-quiz@1";
    private static final String BADGE = "https://badges.example.org/badges/k8s-quiz/1";

    private final TestDatabase database = TestDatabase.sqlite();
    private final Site site = new Site(
            (sessions, pages) -> List.of(Route.of(Access.BEARER, api(database.database()), "/api/v1/endorsements")
                    .taking("GET", "POST", "DELETE")));

    /** Of an issuer with one badge, whose id is {@code k8s-quiz}. */
    static EndorsementsApi api(Database database) {
        IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
        Achievements one = (badge, version) ->
                Optional.of(Issued.achievement()).filter(found -> badge.equals(found.badge()) && version == 1);
        EndorsementStore kept = new EndorsementStore(database);
        return new EndorsementsApi(new Endorsables(issuer, one), new Endorsing(issuer, kept, Site.CLOCK), kept);
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void endorsement_isAdded_listed_andForgotten() {
        String one = Endorsed.one(BADGE);
        assertThat(json(site.ask(ABOUT)).toString()).isEqualTo("{\"about\":\"" + BADGE + "\",\"endorsements\":[]}");

        assertThat(site.tell(ABOUT, one).statusCode()).isEqualTo(201);
        assertThat(json(site.ask(ABOUT)).at("/endorsements/0").toString()).isEqualTo(one);

        String id = JsonMapper.shared().readTree(one).path("id").asString();
        assertThat(site.call("DELETE", ABOUT + "&id=" + id).statusCode()).isEqualTo(204);
        assertThat(site.call("DELETE", ABOUT + "&id=" + id).statusCode()).isEqualTo(404);
        assertThat(json(site.ask(ABOUT)).path("endorsements")).isEmpty();
    }

    @Test
    void post_whatIsWrong_isToldAtOnce_andNothingIsKept() {
        ObjectNode changed = (ObjectNode) JsonMapper.shared().readTree(Endorsed.one(BADGE));
        changed.remove("name");
        changed.put("validFrom", "yesterday").withObject("credentialSubject").put("id", BADGE + "0");

        HttpResponse<String> answer = site.tell(ABOUT, changed.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/name", "/validFrom", "/credentialSubject/id");
        assertThat(site.tell(ABOUT, "{").statusCode()).isEqualTo(400);
        assertThat(json(site.ask(ABOUT)).path("endorsements")).isEmpty();
    }

    @Test
    void post_withAProofThatDoesNotFit_isRefused() {
        String changed = Endorsed.one(BADGE).replace("It is good.", "It is best.");

        HttpResponse<String> answer = site.tell(ABOUT, changed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/proof/0", "a signature that fits");
    }

    @Test
    void about_whatThereIsNot_isToldWithTheOtherParameters() {
        assertThat(site.ask("/api/v1/endorsements?about=k8s-quiz@2&badge=x").body())
                .contains("?badge", "?about", "k8s-quiz@2", "as quiz@1, or issuer");
        assertThat(site.call("DELETE", "/api/v1/endorsements").body()).contains("?about", "?id");
        assertThat(site.ask("/api/v1/endorsements?about=issuer").statusCode()).isEqualTo(200);
    }
}
