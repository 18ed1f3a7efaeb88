package org.laurelbridge.bridge.send;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.send.Renewal.Pass;
import org.laurelbridge.bridge.verify.key.Jws;

/** Looks into a backpack: which of our badges stand there, and whether in their newest form. */
public final class Looking {

    private final Forms forms;
    private final Visiting visiting;
    private final Map<Version, Shelf> shelves;

    /** @param shelves one for each version */
    public Looking(Forms forms, Renewal renewal, Map<Version, Shelf> shelves) {
        this.forms = forms;
        this.visiting = new Visiting(renewal);
        this.shelves = Map.copyOf(shelves);
    }

    /** What was seen. */
    public sealed interface Seen {
        /**
         * What stands there.
         *
         * @param all how many badges, also those of others
         * @param isWhole false when there is more than was looked at
         * @param ours of the awards that were asked for, in their order
         */
        record Stands(int all, boolean isWhole, List<Place> ours) implements Seen {
            public Stands {
                ours = List.copyOf(ours);
            }
        }

        /** It could not be looked at, in words. */
        record Closed(String why) implements Seen {}
    }

    /** How an award stands there. */
    public record Place(Award award, Age age) {}

    /** In which form. */
    public enum Age {
        MISSING,
        OLDER,
        NEWEST
    }

    /** Asks the host now. */
    public Seen look(Backpack backpack, List<Award> awards) {
        Services services = backpack.host().services();
        Shelf shelf = Shelf.of(shelves, services.version());
        Shelf.Listing listing = visiting.visit(
                backpack,
                token -> shelf.list(services, token),
                done -> done instanceof Shelf.Listing.TokenRefused refused ? refused.why() : null,
                pass -> new Shelf.Listing.Unreadable(outside(pass)));
        if (!(listing instanceof Shelf.Listing.Stands stands)) {
            return new Seen.Closed(
                    listing instanceof Shelf.Listing.Unreadable unreadable
                            ? unreadable.why()
                            : ((Shelf.Listing.TokenRefused) listing).why());
        }
        List<Place> ours = awards.stream()
                .map(award -> new Place(award, age(forms.of(award, services.version()), stands.items())))
                .toList();
        return new Seen.Stands(stands.items().size(), stands.isWhole(), ours);
    }

    private static String outside(Pass pass) {
        if (pass instanceof Pass.Lost lost) {
            return lost.why();
        }
        return "not now: try again in a minute";
    }

    private static Age age(Form form, List<Shelf.Item> items) {
        Optional<Shelf.Item> newest = item(form);
        Optional<Shelf.Item> there = newest.flatMap(ours -> items.stream()
                .filter(item -> item.id().equals(ours.id()))
                .max(Comparator.comparing(item -> item.validFrom() == null ? Instant.MIN : item.validFrom())));
        if (there.isEmpty()) {
            return Age.MISSING;
        }
        Instant ours = newest.get().validFrom();
        Instant theirs = there.get().validFrom();
        return ours != null && theirs != null && theirs.isBefore(ours) ? Age.OLDER : Age.NEWEST;
    }

    /** As a host would list what we would send; empty when there is nothing to send. */
    private static Optional<Shelf.Item> item(Form form) {
        if (form instanceof Form.Credential credential) {
            return Listed.item(credential.json());
        }
        if (form instanceof Form.Hosted hosted) {
            return Listed.item(hosted.json());
        }
        return form instanceof Form.Signed signed
                ? Jws.read(signed.token()).flatMap(jws -> Listed.item(jws.payload()))
                : Optional.empty();
    }
}
