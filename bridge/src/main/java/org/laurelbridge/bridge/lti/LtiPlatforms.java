package org.laurelbridge.bridge.lti;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/** The platforms that Laurel is registered at. They are few. */
public interface LtiPlatforms extends Recorded<LtiPlatforms> {

    /** Adds one. False when there is one already with this name, or with this issuer and client id. */
    boolean add(LtiPlatform platform, Instant now);

    Optional<LtiPlatform> find(UUID id);

    /** Those with this issuer: several sites of one product may share it. */
    List<LtiPlatform> list(String issuer);

    /** All, by name. */
    List<LtiPlatform> list();

    /** Lets one more deployment of the tool launch; doing it twice changes nothing. */
    void allow(UUID platform, String deployment, Instant now);

    /** A launch told which product it is ({@code product_family_code}): it has that product's habits from then on. */
    void tell(UUID platform, String family);

    /** Whether it has the habits of a Moodle: by what it told, else by its addresses. */
    boolean isMoodle(LtiPlatform platform);

    /** Forgets a platform: nobody comes in from it any more. False when there is none such. */
    boolean remove(UUID id);
}
