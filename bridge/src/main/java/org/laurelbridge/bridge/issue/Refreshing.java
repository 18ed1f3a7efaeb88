package org.laurelbridge.bridge.issue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;

/**
 * Answers whoever has a credential with its newest form: signed anew, issued anew, renewed. Anyone may have that of a public award, so
 * it leads to public awards alone; that of a private one only its learner has, since it gets another address when it stops being
 * public.
 */
public final class Refreshing {

    private final StatusLists lists;
    private final Awards awards;
    private final Earnings earnings;

    public Refreshing(StatusLists lists, Awards awards, Earnings earnings) {
        this.lists = lists;
        this.awards = awards;
        this.earnings = earnings;
    }

    /**
     * What is newest of the badge that a credential was given for.
     *
     * @param refresh the end of the address that the credential names
     * @return empty when there is no such address
     */
    public Optional<Earned> find(UUID refresh) {
        return lists.findRefreshed(refresh)
                .flatMap(credential -> awards.find(credential.value()))
                .map(this::newest)
                .flatMap(award -> earnings.find(award.credential().value()));
    }

    private Award newest(Award award) {
        return awards.find(award.person(), List.of(award.badge())).getOrDefault(award.badge(), List.of()).stream()
                .filter(other -> other.status().isGiven())
                .filter(other -> other.isPublic() || !award.isPublic())
                .max(Comparator.comparing(Award::cycle))
                .orElse(award);
    }
}
