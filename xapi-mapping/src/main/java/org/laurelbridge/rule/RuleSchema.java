package org.laurelbridge.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The published JSON Schema (2020-12) of the rule language, for editors. The readers decide; the schema agrees with them in all that
 * a schema can say.
 */
public final class RuleSchema {
    /** Its {@code $id}, for good: another language gets another one. */
    public static final String ID = "https://laurelbridge.org/schemas/brl-1.json";

    private RuleSchema() {}

    /** The schema, as it is published. */
    public static String text() {
        try (InputStream in = RuleSchema.class.getResourceAsStream("brl-1.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no resource brl-1.schema.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
