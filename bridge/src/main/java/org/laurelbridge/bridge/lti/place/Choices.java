package org.laurelbridge.bridge.lti.place;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;

/** Instructors who are choosing what to place. Nothing of it is kept in a node's memory. */
public interface Choices {
    /** How long one may choose. */
    Duration LONGEST = Duration.ofHours(1);

    /**
     * What a platform asked for.
     *
     * @param deployment of the tool that was launched
     * @param course where it is to be placed; empty when it is for none
     */
    record Choice(UUID account, UUID platform, String deployment, Optional<String> course, DeepLinking asked) {}

    /**
     * Begins one.
     *
     * @param token that the page holds, unguessable
     */
    void begin(Choice choice, String token, Instant now);

    /** The choice of this token, while nobody has made it. */
    Optional<Choice> find(String token, Instant now);

    /** The choice of this token, once: whoever asks again finds nothing. */
    Optional<Choice> take(String token, Instant now);
}
