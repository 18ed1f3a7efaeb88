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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The contexts that Laurel knows, from its own class path. Any other is refused: nothing is ever asked of the network. */
final class ContextFiles implements DocumentLoader {

    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String CREDENTIALS_1 = "https://www.w3.org/2018/credentials/v1";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
    static final String EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

    private final Map<URI, Document> documents = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();

    ContextFiles() {
        put(CREDENTIALS, "credentials-v2.json");
        put(OPEN_BADGES, "ob-3.0.3.json");
        put(EXTENSIONS, "ob-extensions.json");
        // what other issuers write; never signed with
        put(CREDENTIALS_1, "credentials-v1.json");
        put("https://purl.imsglobal.org/spec/ob/v3p0/context.json", "ob-3.0.0.json");
        put("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json", "ob-3.0.0.json");
        put("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", "ob-3.0.1.json");
        put("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", "ob-3.0.2.json");
        put("https://purl.imsglobal.org/spec/clr/v2p0/context.json", "clr-2.0.0.json");
        put(CLR, "clr-2.0.1.json");
        put("https://w3id.org/security/data-integrity/v1", "data-integrity-v1.json");
        put("https://w3id.org/security/data-integrity/v2", "data-integrity-v2.json");
        put("https://w3id.org/security/multikey/v1", "multikey-v1.json");
        put("https://w3id.org/security/suites/ed25519-2020/v1", "ed25519-2020-v1.json");
        put("https://w3id.org/vc/status-list/2021/v1", "status-list-2021-v1.json");
        put("https://www.w3.org/ns/credentials/status/v1", "bitstring-status-list-v1.json");
    }

    /** Whether a text of this address is on the class path. */
    boolean knows(String address) {
        return addresses.contains(address);
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
        addresses.add(address);
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
