package org.laurelbridge.webapp.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import tools.jackson.databind.node.ObjectNode;

/** What a request brings. */
record Body(String type, String text) {

    /** Reads at most so many bytes of UTF-8. */
    static Body read(HttpServletRequest request, int most) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new ImsFailure(Trouble.TOO_LARGE, "body", "Expected at most " + most + " bytes.");
        }
        String header = request.getContentType();
        String type =
                header == null ? "" : header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        try {
            return new Body(
                    type,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new ImsFailure(Trouble.DATA, "body", "Expected UTF-8.");
        }
    }

    boolean isJson() {
        return type.equals("application/json") || type.endsWith("+json") || type.equals("application/vc");
    }

    boolean isToken() {
        return type.equals("text/plain") || type.endsWith("+jwt") || type.equals("application/jwt");
    }

    /** The object that it is. */
    ObjectNode object() {
        if (!isJson()) {
            throw new ImsFailure(Trouble.TYPE, "Content-Type", "Expected application/json.");
        }
        if (Documents.read(text) instanceof Read.Good good) {
            return good.object();
        }
        throw new ImsFailure(Trouble.DATA, "body", ((Read.Bad) Documents.read(text)).why());
    }
}
