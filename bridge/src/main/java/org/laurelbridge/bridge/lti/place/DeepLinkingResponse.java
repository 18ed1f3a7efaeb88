package org.laurelbridge.bridge.lti.place;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.place.Choices.Choice;

/** What a platform is told of a choice: a token signed as the tool that was launched (Deep Linking 2.0 §4.5, SEC §5.2). */
public final class DeepLinkingResponse {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** A clock one second ahead of Moodle's is refused: its leeway is zero. */
    private static final Duration BACKDATED = Duration.ofSeconds(60);

    private final ToolKey key;
    private final Supplier<String> random;
    private final InstantSource clock;

    /** @param random makes unguessable texts */
    public DeepLinkingResponse(ToolKey key, Supplier<String> random, InstantSource clock) {
        this.key = key;
        this.random = random;
        this.clock = clock;
    }

    /** A compact JWS that places these; nothing when there are none. What the platform gave goes back as it came. */
    public String sign(LtiPlatform platform, Choice choice, List<ContentItem> items) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(platform.clientId())
                .audience(platform.issuer())
                .issueTime(Date.from(now.minus(BACKDATED)))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("nonce", random.get())
                .claim(LTI + "deployment_id", choice.deployment())
                .claim(LTI + "message_type", "LtiDeepLinkingResponse")
                .claim(LTI + "version", "1.3.0")
                .claim(
                        DL + "content_items",
                        items.stream().map(ContentItem::claims).toList());
        choice.asked().data().ifPresent(data -> claims.claim(DL + "data", data));
        return key.sign(claims.build());
    }
}
