package org.laurelbridge.webapp.provider;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How each version of the API says that something went wrong. */
enum Dialect {
    /** Imsx_StatusInfo (Open Badges 3.0 §6.2). */
    OB3 {
        @Override
        int status(Trouble trouble) {
            return trouble.status();
        }

        @Override
        ObjectNode say(Trouble trouble, String where, String why) {
            ObjectNode said = JSON.objectNode();
            said.put("imsx_codeMajor", "failure");
            said.put("imsx_severity", "error");
            said.put("imsx_description", why);
            said.putObject("imsx_codeMinor")
                    .putArray("imsx_codeMinorField")
                    .addObject()
                    .put("imsx_codeMinorFieldName", where)
                    .put("imsx_codeMinorFieldValue", trouble.code());
            return said;
        }
    },

    /** A status in an envelope (Open Badges 2.1 § Response Envelope). */
    OB2 {
        @Override
        int status(Trouble trouble) {
            return trouble.status2();
        }

        @Override
        ObjectNode say(Trouble trouble, String where, String why) {
            ObjectNode said = JSON.objectNode();
            ObjectNode status = said.putObject("status");
            status.put("error", why);
            status.put("statusCode", trouble.status2());
            if (!trouble.word().isEmpty()) {
                status.put("statusText", trouble.word());
            }
            return said;
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The envelope of 2.1 when all went well. */
    static ObjectNode good() {
        ObjectNode said = JSON.objectNode();
        said.putObject("status").putNull("error").put("statusCode", 200).put("statusText", "OK");
        return said;
    }

    abstract int status(Trouble trouble);

    abstract ObjectNode say(Trouble trouble, String where, String why);
}
