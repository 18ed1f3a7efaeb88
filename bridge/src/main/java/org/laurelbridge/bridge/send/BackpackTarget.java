package org.laurelbridge.bridge.send;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.send.Renewal.Pass;

/**
 * All backpacks as one target: finds the one that a delivery is for. A badge that is put twice stands there once, by its id (Open
 * Badges 3.0 §6.2.3 upsertCredential; 2.1 §4.7.1 "create or update"), so that what got no answer is simply sent again.
 */
public final class BackpackTarget implements Target {

    private final Backpacks backpacks;
    private final Forms forms;
    private final Visiting visiting;
    private final Map<Version, Shelf> shelves;

    /** @param shelves one for each version */
    public BackpackTarget(Backpacks backpacks, Forms forms, Renewal renewal, Map<Version, Shelf> shelves) {
        this.backpacks = backpacks;
        this.forms = forms;
        this.visiting = new Visiting(renewal);
        this.shelves = Map.copyOf(shelves);
    }

    @Override
    public Attempt send(Delivery delivery) {
        Optional<Backpack> found = backpacks.find(Lane.backpack(delivery.target()));
        if (found.isEmpty()) {
            return new Attempt.Refused("it is not connected any more");
        }
        Backpack backpack = found.get();
        String trouble = trouble(backpack, delivery.award());
        if (trouble != null) {
            return new Attempt.Refused(trouble);
        }
        Form form = forms.of(delivery.award(), backpack.host().services().version());
        if (form instanceof Form.NotYet notYet) {
            return new Attempt.Waiting(notYet.why());
        }
        return form instanceof Form.None none ? new Attempt.Refused(none.why()) : put(backpack, form);
    }

    /** Why an order does not hold any more: much may have changed while it waited. */
    private @Nullable String trouble(Backpack backpack, Award award) {
        if (backpack.lost() != null) {
            return backpack.lost();
        }
        if (!backpack.person().equals(award.person())) {
            return "the badge is another learner's";
        }
        boolean stands = award.status() == AwardStatus.VALID || award.status() == AwardStatus.REVIEW;
        return stands || backpacks.isThere(backpack.id(), award.id())
                ? null
                : "the badge was taken back before it was sent";
    }

    private Attempt put(Backpack backpack, Form form) {
        Services services = backpack.host().services();
        Shelf shelf = Shelf.of(shelves, services.version());
        Shelf.Put put = visiting.visit(
                backpack,
                token -> shelf.put(services, token, form),
                done -> done instanceof Shelf.Put.TokenRefused refused ? refused.why() : null,
                pass -> new Shelf.Put.Done(outside(pass)));
        return put instanceof Shelf.Put.Done done
                ? done.attempt()
                : new Attempt.Refused(((Shelf.Put.TokenRefused) put).why());
    }

    private static Attempt outside(Pass pass) {
        return pass instanceof Pass.NotNow notNow ? notNow.attempt() : new Attempt.Refused(((Pass.Lost) pass).why());
    }

    /** Nothing is lost by sending again. */
    @Override
    public Standing standing(Delivery delivery) {
        return new Standing.Differs();
    }
}
