package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a badge means, in one version of it.
 *
 * @param badge the badge's id
 * @param version from 1 on
 * @param description one or two sentences
 * @param criteria what must be done for it, in words
 * @param image an own picture; null where it is drawn from the title
 * @param align the skills and standards that it stands for
 * @param terms sentences that say how it was assessed and how long it is valid; none where nothing is said
 * @param isSuspended whether an award that loses its evidence is suspended until it is back
 */
public record Achievement(
        String badge,
        int version,
        String name,
        String description,
        String criteria,
        @Nullable URI image,
        List<Alignment> align,
        List<String> terms,
        boolean isSuspended) {

    public Achievement {
        if (badge.isBlank() || name.isBlank() || description.isBlank() || criteria.isBlank()) {
            throw new IllegalArgumentException(
                    "badge \"" + badge + "\" needs an id, a name, a description and criteria to be issued");
        }
        align = List.copyOf(align);
        terms = List.copyOf(terms);
    }

    /**
     * A skill or a standard.
     *
     * @param framework as {@code NICE Framework}
     * @param code its code in the framework; an absolute address where it has one (ESCO)
     */
    public record Alignment(String framework, String code) {}
}
