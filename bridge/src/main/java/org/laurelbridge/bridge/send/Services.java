package org.laurelbridge.bridge.send;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host's discovery says of it. Its addresses may be anybody's: only the guarded client asks them.
 *
 * @param name as the host calls itself
 * @param api what the paths of the API follow, without a slash at its end
 * @param registration where Laurel registers itself (RFC 7591)
 * @param authorization where the learner says yes
 * @param token where tokens come from
 * @param refresh where newer ones come from: mostly the same
 * @param revocation where tokens are ended (RFC 7009); null when the host does not say
 * @param terms of service, for the learner to read; null when the host does not say
 * @param privacy policy, for the learner to read; null when the host does not say
 * @param scopes that it offers
 */
public record Services(
        Version version,
        String name,
        URI api,
        URI registration,
        URI authorization,
        URI token,
        URI refresh,
        @Nullable URI revocation,
        @Nullable URI terms,
        @Nullable URI privacy,
        List<String> scopes) {
    public Services {
        scopes = List.copyOf(scopes);
    }
}
