package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import org.laurelbridge.webapp.verify.Strangers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of an application that others' software walks. */
class IndependentBackpackTest {
    @TempDir
    private Path folder;

    @Test
    void badges_areFound_allowed_fetched_andTakenBack() throws Exception {
        try (Installation laurel = new Installation(folder, Installation.badge("one"))) {
            PersonId ada = laurel.learner("ada@example.org");
            laurel.scored("ada@example.org", "quiz", "0.91");
            Award award = laurel.signed(ada, "one");
            Application browser = new Application(laurel).signIn(ada);

            JsonNode said = new JsonMapper()
                    .readTree(Strangers.run("backpack.mjs", Installation.ROOT, laurel.at(""), browser.cookie()));

            assertThat(said.path("fetched").path(0))
                    .isEqualTo(new JsonMapper().readTree(laurel.text("/awards/" + award.credential() + "/ob3.json")));
            assertThat(said.path("fetched").size()).isEqualTo(1);
            assertThat(said.path("again").asInt()).isEqualTo(1);
            assertThat(said.path("granted").asString()).contains("credential.readonly", "offline_access");
            assertThat(said.path("profile").path("email").asString()).isEqualTo("ada@example.org");
            assertThat(said.path("refused").asString()).isEqualTo("invalid_token");
        }
    }
}
