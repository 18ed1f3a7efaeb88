package org.laurelbridge.webapp.admin;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * The disk under a folder.
 *
 * @param free bytes; negative when that cannot be told
 * @param whole bytes
 */
public record Disk(long free, long whole) {
    private static final double GIGABYTE = 1e9;
    private static final long FEW = 1_000_000_000;

    static Disk of(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unknown) {
            return new Disk(-1, 0);
        }
    }

    /** Whether it says anything. */
    public boolean isKnown() {
        return free >= 0;
    }

    /** Whether a person has to make room: less than a gigabyte is left, and less than a tenth. */
    public boolean isShort() {
        return isKnown() && free < FEW && free < whole / 10;
    }

    /** As a reader writes it, to a tenth. */
    public static String gigabytes(long bytes, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(bytes / GIGABYTE);
    }
}
