package org.laurelbridge.bridge;

import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.ClassStandings;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.moodle.IdNumbers;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.lti.Leaderboards;
import org.laurelbridge.bridge.lti.WaitingWork;
import org.laurelbridge.bridge.lti.Workshop;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.store.ClassEvidenceStore;
import org.laurelbridge.bridge.store.ClassStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.FoundActivityStore;
import org.laurelbridge.bridge.store.LeaderboardStore;
import org.laurelbridge.bridge.store.WaitingStore;
import org.laurelbridge.bridge.store.WorkshopStore;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Destination;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/** What instructors see of their classes, wired. */
public final class Teaching {
    private static final String OWN = "own";

    private final LaurelConfig config;
    private final RuleBook rules;
    private final Classes classes;
    private final ClassStandings standings;
    private final WaitingWork waiting;
    private final Workshop workshop;
    private final FoundActivities found;
    private final Leaderboards leaderboards;
    private final KeptMoodles moodles;

    private Teaching(LaurelConfig config, RuleBook rules, Lti lti, ClassStandings standings, Stores stores) {
        Database database = stores.database();
        this.config = config;
        this.rules = rules;
        this.classes = new ClassStore(database, lti.platforms());
        this.waiting = new WaitingStore(database, lti.platforms());
        this.standings = standings;
        this.workshop = new WorkshopStore(database);
        this.found = new FoundActivityStore(database);
        this.leaderboards = new LeaderboardStore(database);
        this.moodles = stores.moodles();
    }

    static Teaching of(LaurelConfig config, Stores stores, Lti lti, RuleBook rules, InstantSource clock) {
        return new Teaching(
                config,
                rules,
                lti,
                new ClassStandings(new ClassEvidenceStore(stores.database()), rules, clock),
                stores);
    }

    public Classes classes() {
        return classes;
    }

    public ClassStandings standings() {
        return standings;
    }

    /** How much waits for somebody's word. */
    public WaitingWork waiting() {
        return waiting;
    }

    /**
     * The badges of a course, by their ids: those that deliver to it or to whichever course of its system they are earned in, that ask
     * for its members, and that stand there. Empty when there are none.
     */
    public Set<String> badges(Taught taught) {
        Set<String> names = names(taught.course().system());
        Set<String> badges = new HashSet<>(classes.placed(taught.course()));
        badges.addAll(workshop.badges(taught.course()));
        rules.current().badges().stream()
                .filter(badge -> delivers(badge, names, taught.course().id()) || asks(badge, taught))
                .map(Badge::id)
                .forEach(badges::add);
        badges.removeIf(badge -> rules.current().find(badge).isEmpty());
        return badges;
    }

    /** Whether a badge is this course's alone, so that who teaches it may change its rule. */
    public boolean isOwn(Badge badge, Taught taught) {
        return !reachesBeyond(badge, taught)
                && workshop.course(badge.id())
                        .map(taught.course()::equals)
                        .orElseGet(() -> asksAlone(badge, taught)
                                || badge.deliver().stream()
                                        .anyMatch(to -> !to.to().equals(OWN)));
    }

    /** Whether a badge brings grades to other courses than this one. Laurel's own gradebook is nobody's. */
    public boolean reachesBeyond(Badge badge, Taught taught) {
        Set<String> names = names(taught.course().system());
        return badge.deliver().stream()
                .anyMatch(to -> !to.to().equals(OWN)
                        && !(names.contains(to.to())
                                && to.course() instanceof Destination.Course.Fixed fixed
                                && fixed.id().equals(taught.course().id())));
    }

    /** A name that badges deliver to the course's system by; empty where there is none. */
    public Optional<String> gradebook(Taught taught) {
        return names(taught.course().system()).stream().min(Comparator.naturalOrder());
    }

    /** Boards of courses that were switched on. */
    public Leaderboards leaderboards() {
        return leaderboards;
    }

    /** What was found of activities besides those of the mapping. */
    public FoundActivities found() {
        return found;
    }

    /** The idnumbers of activities in the courses of a system; empty where no web service of it is at hand. */
    public Optional<IdNumbers> idNumbers(String system) {
        Wire wire = new Wire();
        Stream<MoodleFunctions> rosters = config.rosters().stream()
                .filter(one -> one.root().toString().replaceFirst("/+$", "").equals(system))
                .map(one -> new MoodleFunctions(one.root(), one.token(), wire));
        Stream<MoodleFunctions> targets = config.targets().stream()
                .flatMap(target -> Stream.ofNullable(target.moodle()))
                .filter(one -> one.root().toString().replaceFirst("/+$", "").equals(system))
                .map(one -> new MoodleFunctions(one.root(), one.token(), wire));
        Stream<MoodleFunctions> kept = kept(system).map(one -> new MoodleFunctions(one.root(), one.token(), wire));
        // what takes grades may ask for modules, what tells rosters perhaps not
        return Stream.of(targets, kept, rosters).flatMap(one -> one).findFirst().map(IdNumbers::new);
    }

    /** Rules that are being built, and whose they are. */
    public Workshop workshop() {
        return workshop;
    }

    private static boolean delivers(Badge badge, Set<String> names, String course) {
        return badge.deliver().stream()
                .filter(to -> names.contains(to.to()))
                .anyMatch(to -> to.course() instanceof Destination.Course.Evidence
                        || (to.course() instanceof Destination.Course.Fixed fixed
                                && fixed.id().equals(course)));
    }

    private static boolean asks(Badge badge, Taught taught) {
        return taught.subject()
                .map(subject -> badge.attestedSubjects().contains(new Subject(Topic.ENROLLED, subject)))
                .orElse(false);
    }

    private static boolean asksAlone(Badge badge, Taught taught) {
        return asks(badge, taught)
                && badge.attestedSubjects().stream()
                                .filter(subject -> subject.topic() == Topic.ENROLLED)
                                .count()
                        == 1;
    }

    /** The names that badges deliver to a system by. */
    private Set<String> names(String system) {
        Stream<String> configured = config.targets().stream()
                .filter(target -> system(target).equals(system))
                .map(LaurelConfig.GradeTarget::name);
        return Stream.of(configured, kept(system).map(KeptMoodle::name), classes.names(system).stream())
                .flatMap(one -> one)
                .collect(Collectors.toSet());
    }

    /** Those that administrators connected on a page. */
    private Stream<KeptMoodle> kept(String system) {
        return moodles.list().stream().filter(one -> one.root().toString().equals(system));
    }

    private static String system(LaurelConfig.GradeTarget target) {
        LaurelConfig.Lti lti = target.lti();
        URI root = lti != null
                ? lti.root()
                : target.moodle() != null ? target.moodle().root() : URI.create("");
        String site = root.toString().replaceFirst("/+$", "");
        return lti == null || lti.isMoodle() ? site : site + "#" + lti.clientId();
    }
}
