package org.laurelbridge.rule;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A badge document: what must be true, and the lifecycle around it.
 *
 * @param version from 1 on
 * @param description null where the rule's own sentence says enough
 * @param deliver where the grade goes, in the order of the document
 * @param zone in which its days begin
 * @param image an address or a file's name; null where the picture is drawn from the title
 * @param rigour what is told to whoever verifies it; null for nothing
 * @param credential what else a credential tells of it
 * @param source the document as it was written, byte for byte
 */
public record Badge(
        String id,
        int version,
        String title,
        @Nullable String description,
        Condition when,
        Terms terms,
        List<Destination> deliver,
        ZoneId zone,
        Visibility visibility,
        List<Alignment> align,
        @Nullable String image,
        @Nullable Rigour rigour,
        Credential credential,
        List<RuleTest> tests,
        String source) {

    public Badge {
        deliver = List.copyOf(deliver);
        align = List.copyOf(align);
        tests = List.copyOf(tests);
    }

    /** As {@code k8s-quiz@1}. */
    public String reference() {
        return id + "@" + version;
    }

    /** The labels of the activities that its rule reads, that of its renewal too. */
    public Set<String> activities() {
        return rules().flatMap(rule -> rule.activities().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What its rule reads of what is attested of the learner, that of its renewal too. */
    public Set<Subject> attestedSubjects() {
        return rules().flatMap(rule -> rule.attestedSubjects().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Its rule, and that of its renewal where it is another one. */
    public Stream<Condition> rules() {
        Renewal renew = terms.renew();
        return renew == null ? Stream.of(when) : Stream.concat(Stream.of(when), Stream.ofNullable(renew.when()));
    }

    public Settle settle() {
        return terms.settle();
    }

    public Unsupported unsupported() {
        return terms.unsupported();
    }

    /** Who decides that a learner who meets the rule gets the badge. */
    public enum AwardMode {
        /** Nobody: it is given at once. */
        AUTO,
        /** The learner, who must claim it. */
        CLAIM,
        /** Somebody with the right to it, who must approve it. */
        APPROVE
    }

    /** What becomes of an award whose evidence is gone (S8). */
    public enum Unsupported {
        /** Award and grade stay, and the case is listed for a person. */
        REVIEW,
        /** It is not valid until its evidence is back. */
        SUSPEND,
        /** It is taken back; what is earned anew is issued as a new credential. */
        REVOKE,
        KEEP
    }

    /** Who may see an award. */
    public enum Visibility {
        /** Nobody until the learner makes it public. */
        LEARNER_DECIDES,
        ALWAYS
    }

    /**
     * A skill or standard that the badge stands for.
     *
     * @param code in its framework, or its address
     * @param name null where framework and code are all that is said
     * @param url of its official description; null where the code is its address, or it has none
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
    }
}
