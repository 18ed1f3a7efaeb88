package org.laurelbridge.bridge.issue.ob3;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The contexts that Laurel knows, from its own class path. Any other is refused: nothing is ever asked of the network. */
final class ContextFiles implements DocumentLoader {

    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

    private final Map<URI, Document> documents = new HashMap<>();

    ContextFiles() {
        put(CREDENTIALS, "credentials-v2.json");
        put(OPEN_BADGES, "ob-3.0.3.json");
        put(EXTENSIONS, "ob-extensions.json");
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        Document document = documents.get(address);
        if (document == null) {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context " + address + " is not one that Laurel knows");
        }
        return document;
    }

    private void put(String address, String file) {
        try (InputStream stream = ContextFiles.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            JsonDocument document = JsonDocument.of(stream);
            document.setDocumentUrl(URI.create(address));
            documents.put(URI.create(address), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonLdError e) {
            throw new IllegalStateException(file + " is no JSON", e);
        }
    }
}
