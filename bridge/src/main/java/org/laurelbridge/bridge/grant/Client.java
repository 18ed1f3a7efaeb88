package org.laurelbridge.bridge.grant;

import java.time.Instant;
import java.util.UUID;

/**
 * An application that registered itself. Nobody checked what it says of itself.
 *
 * @param id its client_id
 * @param isPublic it keeps no secret, so that its proof key alone shows that it is itself (RFC 6749 §2.1)
 * @param metadata as it registered, as a JSON object (RFC 7591 §2)
 */
public record Client(UUID id, boolean isPublic, String metadata, Instant created) {}
