package org.laurelbridge.bridge.deliver.ags;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.secret.Secrets;

class ToolKeyTest {

    private final Map<String, byte[]> kept = new HashMap<>();
    private final Secrets secrets = (name, made) -> kept.computeIfAbsent(name, absent -> made.get());

    @Test
    void jwks_holdsThePublicHalfAlone() throws Exception {
        JWK key = JWKSet.parse(new ToolKey(secrets).jwks()).getKeys().get(0);

        assertThat(key.isPrivate()).isFalse();
        assertThat(key.size()).isEqualTo(2048);
        assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
        assertThat(key.getAlgorithm().getName()).isEqualTo("RS256");
    }

    @Test
    void toolKey_afterARestart_isTheSame() {
        assertThat(new ToolKey(secrets).jwks()).isEqualTo(new ToolKey(secrets).jwks());
    }
}
