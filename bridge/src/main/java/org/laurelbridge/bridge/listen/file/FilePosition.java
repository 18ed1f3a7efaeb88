package org.laurelbridge.bridge.listen.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the position of a file is kept: by source, name and content, so that another file under the same name is read from its
 * beginning.
 */
record FilePosition(String key) {
    private static final int SAMPLE = 64 * 1024;
    private static final int LONGEST_NAME = 60;

    static FilePosition of(String source, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String brief = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        return new FilePosition("file:" + source + ":" + brief + ":" + fingerprint(file));
    }

    /** How many pieces are durable. */
    static long done(String position) {
        return Long.parseLong(position.replaceAll("[^0-9]", ""));
    }

    static String at(long done) {
        return "{\"done\":" + done + "}";
    }

    // the length, the beginning and the end: a gigabyte need not be read to know a file again
    private static String fingerprint(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(Long.toString(content.length()).getBytes(StandardCharsets.UTF_8));
            byte[] sample = new byte[(int) Math.min(SAMPLE, content.length())];
            content.readFully(sample);
            sha256.update(sample);
            content.seek(content.length() - sample.length);
            content.readFully(sample);
            sha256.update(sample);
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
