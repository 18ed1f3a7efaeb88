package org.laurelbridge.bridge.verify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.fetch.Fetcher;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeyDocuments;

/** A web of a few documents, which remembers what it was asked for. Nobody else answers. */
public final class Web implements Fetcher {

    private final Map<String, Answer> documents = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Override
    public Fetched ask(Ask ask, Duration longest) {
        String address = ask.address().toString();
        asked.add(address);
        Answer answer = documents.get(address);
        return answer == null ? new Failed(Trouble.BROKEN) : answer;
    }

    public Web put(String address, Object document) {
        return put(address, 200, document);
    }

    public Web put(String address, int status, Object document) {
        byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
        documents.put(address, new Answer(URI.create(address), status, body, now));
        return this;
    }

    /** An address that leads to what stands at another now. */
    public Web lead(String address, String elsewhere) {
        documents.put(address, documents.get(elsewhere));
        return this;
    }

    public Web remove(String address) {
        documents.remove(address);
        return this;
    }

    /** What an issuer shows of itself. */
    public Web put(IssuerIdentity issuer) {
        return put(
                issuer.addresses().root() + "/issuer/did.json",
                new KeyDocuments(issuer).did().orElseThrow());
    }

    public List<String> asked() {
        return asked;
    }

    public Instant now() {
        return now;
    }

    public void setNow(Instant time) {
        this.now = time;
    }
}
