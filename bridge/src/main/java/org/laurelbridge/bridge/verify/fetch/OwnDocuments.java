package org.laurelbridge.bridge.verify.fetch;

import java.net.URI;
import java.util.Optional;

/** What this installation itself answers at its public addresses, without the network: status lists, keys, badges, awards. */
public interface OwnDocuments {

    /** Nothing is ours. */
    OwnDocuments NONE = address -> Optional.empty();

    /** Empty when the address is not ours: then the network is asked. An address of ours that holds nothing answers 404. */
    Optional<Own> find(URI address);

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
