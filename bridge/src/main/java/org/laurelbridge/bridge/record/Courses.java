package org.laurelbridge.bridge.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;

/** The courses whose rosters are read, and who is in them. */
public interface Courses extends Recorded<Courses> {

    /**
     * A course of an LMS.
     *
     * @param system root of the LMS as statements name it, without a slash at its end; at most 300 characters
     * @param id that the LMS knows it by; at most 255 characters
     */
    record Course(String system, String id) {}

    /**
     * A course as the source of its roster lists it.
     *
     * @param subject what rules name it by
     * @param title for people to read; null when nobody told
     */
    record Listed(Course course, String subject, @Nullable String title) {
        public Listed {
            title = Optional.ofNullable(title)
                    .flatMap(told -> ToldText.line(told, ToldText.LONGEST))
                    .orElse(null);
        }
    }

    /** What somebody is in a course; some teach and learn, some do neither. */
    record Member(PersonId person, boolean teaches, boolean learns) {
        /** Two who are one: whatever either is. */
        public Member with(Member other) {
            return new Member(person, teaches || other.teaches, learns || other.learns);
        }
    }

    /**
     * Somebody's part in a course.
     *
     * @param since when a roster first told it
     */
    record Membership(Course course, @Nullable String title, Member member, Instant since) {}

    /**
     * How it stands with a course's roster.
     *
     * @param source that tells it
     * @param members how many people are in it
     * @param dueAt when it is read next
     * @param readAt null before the first good read
     * @param trouble the last error in words; null when the last read was good
     * @param troubledAt since when it is the same; null when there is none
     */
    record Standing(
            Course course,
            String source,
            String subject,
            @Nullable String title,
            int members,
            Instant dueAt,
            @Nullable Instant readAt,
            @Nullable String trouble,
            @Nullable Instant troubledAt) {

        /** Whether a list was read that is not believed yet, see {@link RosterDoubt}. */
        public boolean isDoubted() {
            return RosterDoubt.isOne(trouble);
        }
    }

    /**
     * How it stands with what tells rosters.
     *
     * @param listedAt when its courses were listed last; null before the first time
     * @param trouble why they cannot be listed; null when the last list was good
     */
    record Source(
            String name,
            Instant dueAt,
            @Nullable Instant listedAt,
            @Nullable String trouble) {}

    /** All that tell rosters, or did, by name. */
    List<Source> listSources();

    /** Whether a source's courses are to be listed now. */
    boolean isListDue(String source, Instant now);

    /**
     * Makes the courses of a source just these: new ones are read at once; those gone are forgotten, and nobody is a member of them
     * any more. A course that another source has stays with that.
     *
     * @param dueAt when they are listed next
     */
    void list(String source, Collection<Listed> courses, Instant now, Instant dueAt);

    /**
     * The courses of a source could not be listed: they stay as they are.
     *
     * @param trouble in words
     */
    void unlisted(String source, String trouble, Instant dueAt);

    /** Forgets a source with its courses. */
    void forget(String source);

    /** A course is another source's from now on; nothing happens when it is nobody's. */
    void give(Course course, String source);

    /** All courses whose rosters are read, by system and title. */
    List<Standing> list();

    /** Those of a source that are to be read now, the one that waits longest first. */
    List<Standing> listDue(String source, Instant now);

    /** Has a course's roster read next; false when there is no such course. */
    boolean readSoon(Course course);

    /** Believes a list that is doubted, as it is when it is read next, which is soon; false when none is. */
    boolean believe(Course course);

    /**
     * Makes the members of a course just these. Doing it twice changes nothing but when it was read.
     *
     * @param members each person once; whoever was merged counts as who stands for them
     * @param dueAt when it is read next
     */
    void replace(Course course, Collection<Member> members, Instant now, Instant dueAt);

    /**
     * A roster could not be read: its members stay.
     *
     * @param trouble in words, without personal data
     */
    void troubled(Course course, String trouble, Instant now, Instant dueAt);

    /** Who is in a course, in the order of their ids; whoever was merged is who stands for them. */
    List<Member> members(Course course);

    /** What somebody, or who was merged with them, is in their courses, by title. */
    List<Membership> list(PersonId person);

    /** What somebody, or who was merged with them, is in a course; empty when nothing. */
    default Optional<Member> find(Course course, PersonId person) {
        return list(person).stream()
                .filter(membership -> membership.course().equals(course))
                .map(Membership::member)
                .findFirst();
    }
}
