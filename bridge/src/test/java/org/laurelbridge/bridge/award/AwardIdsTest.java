package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.record.PersonId;

/** Who knows badge, person and cycle, and all ids of another installation, knows no address here. */
class AwardIdsTest {
    private static final PersonId ADA = new PersonId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final byte[] OURS = {1, 2, 3};

    private final AwardIds ids = new AwardIds(OURS);

    @Test
    void id_isTheSameOnEveryNode_andAnotherForAnythingElse() {
        assertThat(new AwardIds(OURS).of("quiz", ADA, 1)).isEqualTo(ids.of("quiz", ADA, 1));
        Set<UUID> all = new LinkedHashSet<>();
        for (PersonId person : List.of(ADA, new PersonId(new UUID(0, 2)))) {
            for (String badge : List.of("quiz", "exam")) {
                for (int cycle = 1; cycle <= 3; cycle++) {
                    AwardId award = ids.of(badge, person, cycle);
                    all.add(award.value());
                    all.add(ids.credential(award, 2).value());
                    all.add(ids.credential(award, 3).value());
                }
            }
        }
        assertThat(all).hasSize(36);
    }

    @Test
    void id_isNotComputed_withoutTheSecret() {
        AwardIds others = new AwardIds(new byte[] {1, 2, 4});
        AwardId award = ids.of("quiz", ADA, 1);
        assertThat(others.of("quiz", ADA, 1)).isNotEqualTo(award);
        assertThat(others.credential(award, 2)).isNotEqualTo(ids.credential(award, 2));
        assertThat(others.sharedRecipient(ADA)).isNotEqualTo(ids.sharedRecipient(ADA));
        assertThat(others.profile(ADA, award.value())).isNotEqualTo(ids.profile(ADA, award.value()));
    }
}
