package org.laurelbridge.bridge.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a badge means, in one version of it.
 *
 * @param badge the badge's id
 * @param version from 1 on
 * @param description one or two sentences
 * @param criteria what must be done for it, in Markdown
 * @param image an own picture; null where it is drawn from the title
 * @param align the skills and standards that it stands for
 * @param terms sentences that say how it was assessed and how long it is valid; none where nothing is said
 * @param isSuspended whether an award that loses its evidence is suspended until it is back
 * @param details what else is told of it
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
        boolean isSuspended,
        Details details) {

    public Achievement {
        if (badge.isBlank() || name.isBlank() || description.isBlank() || criteria.isBlank()) {
            throw new IllegalArgumentException(
                    "badge \"" + badge + "\" needs an id, a name, a description and criteria to be issued");
        }
        align = List.copyOf(align);
        terms = List.copyOf(terms);
    }

    /** Of a badge of which nothing else is told. */
    public Achievement(
            String badge,
            int version,
            String name,
            String description,
            String criteria,
            @Nullable URI image,
            List<Alignment> align,
            List<String> terms,
            boolean isSuspended) {
        this(badge, version, name, description, criteria, image, align, terms, isSuspended, Details.NONE);
    }

    /** The same with these alignments, in all of its languages. */
    public Achievement aligned(List<Alignment> others) {
        return new Achievement(
                badge,
                version,
                name,
                description,
                criteria,
                image,
                others,
                terms,
                isSuspended,
                details.ofEditions(edition -> edition.aligned(others)));
    }

    /** The same, described by its rule in the reader's language. */
    public Achievement retold() {
        return new Achievement(
                badge, version, name, description, criteria, image, align, terms, isSuspended, details.retold());
    }

    /** What is told of it in words, in the order in which people read it. */
    public List<Element> elements() {
        return details.elements();
    }

    /** The same badge in another language; empty when it was not translated into it. */
    public Optional<Achievement> in(String language) {
        return details.editions().stream()
                .filter(edition ->
                        language.equals(edition.details().credential().language()))
                .findFirst();
    }

    /**
     * A skill or a standard.
     *
     * @param framework as {@code NICE Framework}
     * @param code its code in the framework; an absolute address where it has one (ESCO)
     * @param name null where framework and code are all that is said
     * @param url of its official description; null where its code is its address, or it has none
     * @param type of what it is in its framework, as {@code CFItem}; null where nothing is said
     */
    public record Alignment(
            String framework,
            String code,
            @Nullable String name,
            @Nullable String url,
            @Nullable String type,
            @Nullable String description) {

        public Alignment(String framework, String code) {
            this(framework, code, null, null, null, null);
        }

        /** Where it is described; empty where no address of it is known. */
        public Optional<String> address() {
            return Optional.ofNullable(url).or(() -> Optional.of(code).filter(text -> text.matches("https?://\\S+")));
        }

        /** As people call it. */
        public String title() {
            return name == null ? framework + " " + code : name;
        }
    }
}
