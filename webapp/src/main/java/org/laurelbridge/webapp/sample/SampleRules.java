package org.laurelbridge.webapp.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.webapp.site.Site;

/** The documents of a demo: its mapping, its badges, and the first people. */
public final class SampleRules {
    private static final List<String> RULES = List.of(
            "mapping",
            "k8s",
            "safety",
            "netsec",
            "cloud-practitioner",
            "cloud-exam",
            "cloud-project",
            "cloud-engineer",
            "daily-practice",
            "fire-safety");

    private SampleRules() {}

    /** The mapping, then the badges. */
    public static List<RuleText> all() {
        return RULES.stream()
                .map(name -> name + ".yaml")
                .map(name -> new RuleText(name, text(name)))
                .toList();
    }

    /** Those who are known before the class comes, as CSV. */
    public static String people() {
        return text("people.csv");
    }

    private static String text(String name) {
        try (InputStream stream = Site.class.getResourceAsStream("/org/laurelbridge/webapp/demo/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
