package org.laurelbridge.webapp.command;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.record.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who has earned what. */
@Command(
        name = "awards",
        description = "Lists who has earned what; the subcommands decide about one award.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AwardVerdict.Claim.class,
            AwardVerdict.Approve.class,
            AwardVerdict.Decline.class,
            AwardVerdict.Restore.class,
            AwardVerdict.Revoke.class
        })
final class AwardsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Option(
            names = "--json",
            description = "One JSON object a line: badge, person's identifiers, earnedAt, status, id.")
    private boolean json;

    @Option(names = "--badge", paramLabel = "ID", description = "Only this badge.")
    private @Nullable String badge;

    private final JsonMapper mapper = JsonMapper.shared();

    @Override
    public Integer call() {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        try (Bridge bridge = parent.bridge()) {
            if (!json && page(bridge, null).isEmpty()) {
                parent.out().println(badge == null ? "Nobody has a badge yet." : "Nobody has the badge " + badge + ".");
            }
            AwardId after = null;
            for (List<Award> page = page(bridge, null); !page.isEmpty(); page = page(bridge, after)) {
                for (Award award : page) {
                    Person person = bridge.stores()
                            .people()
                            .find(award.person().value())
                            .orElseThrow();
                    parent.out().println(json ? line(bridge, award, person) : words(bridge, award, person));
                }
                after = page.get(page.size() - 1).id();
            }
        }
        return 0;
    }

    private List<Award> page(Bridge bridge, @Nullable AwardId after) {
        return bridge.awards().list(badge, null, after, PAGE);
    }

    LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }

    private static String words(Bridge bridge, Award award, Person person) {
        String expired = award.isExpired(bridge.clock().instant()) ? " (expired)" : "";
        String name = person.name() == null ? award.person().toString() : person.name();
        return award.earnedAt() + "  " + award.status().word() + expired + "  "
                + award.badge() + "@" + award.badgeVersion()
                + "  " + name;
    }

    private String line(Bridge bridge, Award award, Person person) {
        ObjectNode line = mapper.createObjectNode();
        line.put("badge", award.badge());
        line.put("version", award.badgeVersion());
        line.put("person", award.person().toString());
        line.put("name", person.name());
        ArrayNode identifiers = line.putArray("identifiers");
        person.identifiers()
                .forEach(identifier -> identifiers
                        .addObject()
                        .put("kind", identifier.kind())
                        .put("scope", identifier.scope())
                        .put("value", identifier.value()));
        line.put("earnedAt", award.earnedAt().toString());
        line.put("status", award.status().word());
        line.put("id", award.id().toString());
        line.put("cycle", award.cycle());
        Instant expiresAt = award.expiresAt();
        line.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        line.put(
                "address",
                award.status().isGiven()
                        ? bridge.issuer().addresses().award(award.credential()).toString()
                        : null);
        return mapper.writeValueAsString(line);
    }
}
