package org.laurelbridge.webapp.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.register.Inviting;
import org.laurelbridge.webapp.command.LaurelCommand.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Learning platforms that Laurel is a tool of (LTI 1.3). */
@Command(
        name = "platforms",
        description = "Invites, lists and removes the learning platforms that people come in from (LTI 1.3).",
        mixinStandardHelpOptions = true)
final class PlatformsCommand {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Command(
            name = "invite",
            description =
                    "Shows the one address that the platform's administrator pastes there (dynamic registration).",
            mixinStandardHelpOptions = true)
    int invite(
            @Parameters(paramLabel = "NAME", description = "What the platform is called here.") String name,
            @Option(
                            names = "--trust-email",
                            description = "Its users may be known by the e-mail addresses that it tells.")
                    boolean trustsEmail) {
        try (Bridge bridge = laurel().bridge()) {
            Inviting.Answer answer =
                    bridge.entrance().inviting().by(LaurelCommand.doer()).invite(name, trustsEmail);
            if (answer instanceof Inviting.Answer.Refused refused) {
                throw new NotDone(refused.why());
            }
            Inviting.Answer.Given given = (Inviting.Answer.Given) answer;
            laurel().out().println(given.address());
            laurel().out().println("Good once, until " + MINUTE.format(given.until()) + ".");
        }
        return 0;
    }

    @Command(name = "list", description = "Lists platforms.", mixinStandardHelpOptions = true)
    int list() {
        try (Bridge bridge = laurel().bridge()) {
            for (LtiPlatform platform : bridge.lti().platforms().list()) {
                laurel().out()
                        .println(platform.name() + "  " + platform.issuer() + "  client " + platform.clientId()
                                + "  deployments " + String.join(" ", platform.deployments())
                                + (platform.trustsEmail() ? "  e-mail trusted" : ""));
            }
        }
        return 0;
    }

    @Command(
            name = "allow",
            description = "Lets one more deployment of the tool at a platform launch.",
            mixinStandardHelpOptions = true)
    int allow(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "DEPLOYMENT", description = "As the platform calls it.") String deployment) {
        try (Bridge bridge = laurel().bridge()) {
            LtiPlatforms platforms = bridge.lti().platforms();
            platforms
                    .by(LaurelCommand.doer())
                    .allow(
                            existing(platforms, name).id(),
                            deployment,
                            bridge.clock().instant());
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Forgets a platform: nobody comes in from it any more.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME") String name) {
        try (Bridge bridge = laurel().bridge()) {
            LtiPlatforms platforms = bridge.lti().platforms();
            platforms.by(LaurelCommand.doer()).remove(existing(platforms, name).id());
        }
        return 0;
    }

    private static LtiPlatform existing(LtiPlatforms platforms, String name) {
        return named(platforms, name).orElseThrow(() -> new NotDone("there is no platform called " + name));
    }

    private static Optional<LtiPlatform> named(LtiPlatforms platforms, String name) {
        return platforms.list().stream()
                .filter(platform -> platform.name().equals(name))
                .findFirst();
    }

    private LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }
}
