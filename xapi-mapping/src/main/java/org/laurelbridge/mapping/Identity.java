package org.laurelbridge.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.Account;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.Mbox;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.MboxSha1Sum;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.OpenId;

/**
 * How an actor is found among the people: by its own identifier, and an account by what its name is to the LMS.
 *
 * @param rules in the order to try
 * @param members a group's members are its learners; else a group is nobody
 */
record Identity(List<AccountRule> rules, boolean members) {

    Identity {
        rules = List.copyOf(rules);
    }

    /** An account on this system, whose name is the person's {@code id}, {@code username} or {@code idnumber} there. */
    record AccountRule(String homePage, String kind) {}

    List<Learner> learners(Actor actor) {
        List<Learner> learners = new ArrayList<>();
        if (actor.type() == Actor.Type.AGENT) {
            add(learners, actor);
        } else if (members) {
            actor.members().forEach(member -> add(learners, member));
        }
        return learners;
    }

    private void add(List<Learner> learners, Actor agent) {
        if (agent.identifier() != null) {
            Identifier own = own(agent.identifier());
            learners.add(new Learner(own, candidates(own), agent.name()));
        }
    }

    private static Identifier own(InverseFunctionalIdentifier identifier) {
        if (identifier instanceof Mbox mbox) {
            return new Identifier("email", "", mbox.email());
        }
        if (identifier instanceof MboxSha1Sum sum) {
            return new Identifier("mbox_sha1sum", "", sum.hex());
        }
        if (identifier instanceof OpenId openId) {
            return new Identifier("openid", "", openId.uri());
        }
        Account account = (Account) identifier;
        return new Identifier("account", account.homePage(), account.name());
    }

    private List<Identifier> candidates(Identifier own) {
        Set<Identifier> candidates = new LinkedHashSet<>();
        // what was joined by hand, or made with the person, places the actor before any rule does
        candidates.add(own);
        for (AccountRule rule : rules) {
            if (own.kind().equals("account") && own.scope().equals(rule.homePage())) {
                candidates.add(new Identifier(rule.kind(), own.scope(), own.value()));
                candidates.add(new Identifier(rule.kind(), "", own.value()));
            }
        }
        return new ArrayList<>(candidates);
    }
}
