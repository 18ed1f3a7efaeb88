package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;

/** What other rules would do, for people to read. */
final class PlanWords {
    private static final int SHOWN = 20;

    private final Bridge bridge;
    private final PrintWriter out;

    PlanWords(Bridge bridge, PrintWriter out) {
        this.bridge = bridge;
        this.out = out;
    }

    void tell(List<RuleChange> changes) {
        for (RuleChange change : changes) {
            out.printf("%-10s %s%n", change.what().word(), change.reference());
            change.lines().forEach(line -> out.println("    " + line));
        }
        out.flush();
    }

    void tell(Forecast forecast) {
        String asked = forecast.whole()
                ? Counted.of(forecast.people(), "person has", "people have") + " facts that it reads"
                : Counted.of(forecast.people(), "person's facts change", "people's facts change");
        out.println("badge " + forecast.badge().reference() + ": " + asked + "; " + forecast.earning()
                + " earn it now, " + forecast.near() + " are one condition away; "
                + counts(
                        forecast.count(Effect.What.GAIN),
                        forecast.count(Effect.What.LOSS),
                        forecast.count(Effect.What.MOVE)));
        forecast.effects().stream().limit(SHOWN).forEach(this::tell);
        more(forecast.effects().size());
        forecast.earners()
                .forEach(earner -> line(earner.held() ? "has it" : "earns it", earner.earnedAt(), earner.person(), ""));
        forecast.nears().forEach(near -> out.println("    near  " + name(near.person()) + "  " + near.missing()));
        out.flush();
    }

    void tell(Plan plan) {
        out.println("plan " + plan.id() + ": " + counts(plan.gains(), plan.losses(), plan.moves()));
        bridge.stores().plans().listEffects(plan.id(), 0, SHOWN).forEach(this::tell);
        more(plan.gains() + plan.losses() + plan.moves());
        out.flush();
    }

    void tellHowToAccept(Plan plan) {
        out.println(
                "These rules touch awards, so that nothing was changed. Put them in force with `laurel rules accept "
                        + plan.id() + "`, or forget them with `laurel rules drop " + plan.id() + "`.");
        out.flush();
    }

    private void tell(Effect effect) {
        line(
                effect.what().word(),
                effect.at(),
                effect.person(),
                effect.badge() + "@" + effect.version() + "  " + effect.why());
    }

    private void line(String what, Instant at, PersonId person, String why) {
        out.println(("    " + what + "  " + at + "  " + name(person) + "  " + why).stripTrailing());
    }

    private void more(long all) {
        if (all > SHOWN) {
            out.println("    … and " + (all - SHOWN) + " more");
        }
    }

    static String counts(long gains, long losses, long moves) {
        return Counted.of(gains, "gain", "gains") + ", " + Counted.of(losses, "loss", "losses") + ", "
                + Counted.of(moves, "move", "moves");
    }

    private String name(PersonId id) {
        return bridge.stores().people().find(id.value()).map(Person::name).orElseGet(() -> id.toString());
    }
}
