package org.laurelbridge.bridge.issue.framework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Of what form the file of a framework is. */
public enum Format {
    /** SFIA's table of skills, saved as CSV. */
    SFIA("SFIA, CSV"),
    /** The components of the NICE Framework: NIST's CPRT export (JSON), or a table of its elements (CSV). */
    NICE("NICE Framework, JSON or CSV"),
    /** Skills or occupations of ESCO in one language (CSV). */
    ESCO("ESCO, CSV"),
    /** A package of a competency framework by 1EdTech's CASE 1.0 or 1.1 (JSON). */
    CASE("CASE, JSON"),
    /** A table with the columns {@code code,name[,description,url,type,level,broader]}. */
    CSV("plain CSV");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    /** As it stands on a command line, as "sfia". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people are told. */
    public String words() {
        return words;
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    FrameworkReader reader() {
        return switch (this) {
            case SFIA -> new SfiaReader();
            case NICE -> new NiceReader();
            case ESCO -> new EscoReader();
            case CASE -> new CaseReader();
            case CSV -> new PlainReader();
        };
    }
}
