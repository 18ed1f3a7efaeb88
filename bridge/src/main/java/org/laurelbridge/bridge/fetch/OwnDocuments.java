package org.laurelbridge.bridge.fetch;

import java.net.URI;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Standing;

/** What this installation itself answers at its public addresses, without the network: status lists, keys, badges, awards. */
public interface OwnDocuments {

    /** Nothing is ours. */
    OwnDocuments NONE = address -> Optional.empty();

    /** Empty when the address is not ours: then the network is asked. An address of ours that holds nothing answers 404. */
    Optional<Own> find(URI address);

    /**
     * How a credential stands that this installation gave. A trial badge names no list, since nobody outside could ask for it.
     *
     * @param issuer as the credential names it, its signature found good
     * @param credential its id
     * @return empty when it is none of ours, or none that is known
     */
    default Optional<Standing> standing(String issuer, String credential) {
        return Optional.empty();
    }

    /** An answer of ours. */
    final class Own {

        private final int status;
        private final byte[] body;

        /**
         * An answer.
         *
         * @param status as HTTP would have it: 200, 404, 410
         * @param body the document or the file, not to be changed afterwards
         */
        public Own(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }
}
