package org.laurelbridge.webapp.endpoint.api;

import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.award.Verdicts;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.verify.VerifyDesk;

/** What the REST interface answers with. */
public record ApiRoutes(
        People people,
        Awards awards,
        Verdicts verdicts,
        Explanations explanations,
        Attesting attesting,
        RuleBook rules,
        Outbox outbox,
        Figures figures,
        Addresses addresses,
        Plans plans,
        Planner planner,
        VerifyDesk desk,
        Sharing.Choices sharing,
        Frameworks frameworks,
        EndorsementsApi endorsements,
        ErasuresApi erasures,
        WebhooksApi webhooks,
        InstantSource clock) {

    /** Every route under {@code /api}; a test holds them against the OpenAPI document. */
    public List<Route> list() {
        return List.of(
                Route.of(Access.PUBLIC, new OpenApiServlet(), "/api/openapi.json"),
                Route.of(Access.BEARER, new AwardsApi(awards, verdicts, addresses), "/api/v1/awards/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new ExplanationsApi(people, explanations), "/api/v1/explanations"),
                Route.of(Access.BEARER, new AttestationsApi(people, attesting, rules), "/api/v1/attestations/*")
                        .taking("GET", "POST", "DELETE"),
                Route.of(Access.BEARER, new NoticesApi(people, awards), "/api/v1/notices"),
                Route.of(Access.BEARER, new DeliveriesApi(outbox, clock), "/api/v1/deliveries/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new PeopleApi(people, clock), "/api/v1/people/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new MergesApi(people, clock), "/api/v1/people/merges/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new UnknownActorsApi(people, clock), "/api/v1/unknown-actors/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new RulesApi(rules, planner), "/api/v1/rules/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new PlansApi(plans, planner), "/api/v1/plans/*")
                        .taking("GET", "POST"),
                Route.of(Access.BEARER, new SharingApi(awards, sharing, clock), "/api/v1/sharing/*")
                        .taking("GET", "PUT"),
                Route.of(Access.BEARER, new FrameworksApi(frameworks, clock), "/api/v1/frameworks/*"),
                Route.of(Access.BEARER, endorsements, "/api/v1/endorsements").taking("GET", "POST", "DELETE"),
                Route.of(Access.BEARER, erasures, "/api/v1/erasures/*").taking("GET", "POST"),
                Route.of(Access.BEARER, webhooks, "/api/v1/webhooks/*").taking("GET", "POST"),
                Route.of(Access.PUBLIC, new VerifyApi(desk), "/api/v1/verify")
                        .taking("POST")
                        .dear(),
                Route.of(Access.BEARER, new HealthApi(figures), "/api/v1/health"));
    }
}
