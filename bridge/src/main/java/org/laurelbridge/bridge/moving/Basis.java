package org.laurelbridge.bridge.moving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.Pictures.Mark;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.moving.Setup.Connection;
import org.laurelbridge.document.DocumentWriter;

/**
 * What a change was foreseen from: it is made only while just that is set up.
 *
 * @param turn of the rules in force
 * @param mark of pictures and connections, secrets left out: 64 hexadecimal digits that change when any of them does
 */
public record Basis(long turn, String mark) {
    private static final Pattern WORD = Pattern.compile("([0-9]{1,18})-([0-9a-f]{64})");

    static Basis of(long turn, Map<String, Mark> pictures, List<KeptSource> sources) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(pictures)
                .forEach((badge, mark) ->
                        all.append(badge).append(' ').append(mark.fingerprint()).append('\n'));
        sources.forEach(source -> all.append(source.name())
                .append('\n')
                .append(DocumentWriter.write(SetupWriter.connection(Connection.of(source)))));
        return new Basis(turn, digest(all.toString()));
    }

    /** Reads {@link #word}; empty when it is none. */
    public static Optional<Basis> of(@Nullable String word) {
        Matcher said = WORD.matcher(word == null ? "" : word);
        return said.matches() ? Optional.of(new Basis(Long.parseLong(said.group(1)), said.group(2))) : Optional.empty();
    }

    /** As a form sends it back. */
    public String word() {
        return turn + "-" + mark;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
