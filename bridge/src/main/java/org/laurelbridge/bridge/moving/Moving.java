package org.laurelbridge.bridge.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Forecast;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.award.plan.NotRight;
import org.laurelbridge.bridge.award.plan.Overtaken;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.issue.picture.PictureDesignJson;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.document.Problems;
import org.laurelbridge.xapi.Problem;

/**
 * Brings what is set up in one installation to another one: writes it as a file, says what a file would change, and makes the change, all
 * of it or nothing.
 */
public final class Moving {
    /** The largest file that is taken. */
    public static final int MOST_BYTES = 15_000_000;

    private static final Pattern PLACE = Pattern.compile("(.+?):([0-9]+):([0-9]+)(.*)", Pattern.DOTALL);

    private final Inventory inventory;
    private final Audit audit;
    private final Function<Set<String>, Planner> planners;
    private final PictureDesignJson designs;
    private final Consumer<Runnable> together;

    /**
     * @param planners a planner of an installation that has the sources of these names
     * @param together runs something as one transaction
     */
    public Moving(
            Inventory inventory,
            Audit audit,
            Function<Set<String>, Planner> planners,
            PictureDesignJson designs,
            Consumer<Runnable> together) {
        this.inventory = inventory;
        this.audit = audit;
        this.planners = planners;
        this.designs = designs;
        this.together = together;
    }

    /**
     * A file that was read.
     *
     * @param setup what it says; as far as it could be read when there are problems
     * @param starts where the text of each of its rules begins
     */
    public record Told(Setup setup, Map<String, Integer> starts, List<Problem> problems) {
        public Told {
            starts = Map.copyOf(starts);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What a file would change.
     *
     * @param basis of what is set up, see {@link #apply}
     * @param changes of everything on either side
     * @param forecasts for each badge that anything changes for
     * @param secrets the names of what would wait for its secret afterwards
     * @param configured connections that the configuration of this installation has, which come first
     */
    public record Foreseen(
            Basis basis,
            List<SetupChange> changes,
            List<Forecast> forecasts,
            List<String> secrets,
            List<String> configured) {
        public Foreseen {
            changes = List.copyOf(changes);
            forecasts = List.copyOf(forecasts);
            secrets = List.copyOf(secrets);
            configured = List.copyOf(configured);
        }

        /** Whether all is like that already. */
        public boolean isNothing() {
            return changes.stream().allMatch(change -> change.what() == What.UNCHANGED);
        }

        /** Whether awards would be given, lost or moved. */
        public boolean touchesAwards() {
            return forecasts.stream()
                    .anyMatch(one -> one.what() != What.ADDED && !one.effects().isEmpty());
        }
    }

    /** These parts of what is set up here. */
    public Setup current(Set<Part> parts) {
        return inventory.current(parts);
    }

    /**
     * A file of what is set up here, for somebody who takes it away.
     *
     * @throws SetupWriter.TooLarge when it could not be read again
     */
    public byte[] export(Setup setup, Doer doer) {
        byte[] file = SetupWriter.write(setup);
        String parts = setup.parts().stream().map(Part::word).collect(Collectors.joining(", "));
        audit.append(doer, Change.of("setup.exported", "setup", "database").to("parts", parts));
        return file;
    }

    /** Reads a file. Throws nothing, whatever its bytes are. */
    public Told read(byte[] file) {
        Problems problems = new Problems();
        Optional<SetupFile> unpacked = SetupFile.of(file, problems);
        if (unpacked.isEmpty()) {
            return new Told(new Setup(null, null, null), Map.of(), problems.list());
        }
        SetupReader reader = new SetupReader(unpacked.get(), designs, problems);
        Setup setup = reader.read();
        return new Told(setup, reader.starts(), problems.list());
    }

    /**
     * What a file would change. Changes nothing.
     *
     * @throws Wrong when it has mistakes
     */
    public Foreseen foresee(Told told, Page page, Progress progress) {
        Setup setup = checked(told);
        Basis basis = basis();
        List<SetupChange> changes = new ArrayList<>();
        List<Forecast> forecasts = List.of();
        if (setup.rules() != null) {
            try {
                Planner.Foreseen rules = planner(setup).against(basis.turn()).foresee(setup.rules(), page, progress);
                rules.changes().forEach(change -> changes.add(SetupChange.of(change)));
                forecasts = rules.forecasts();
            } catch (NotRight wrong) {
                throw new Wrong(placed(told, wrong.problems()));
            } catch (Overtaken overtaken) {
                throw new Elsewhere();
            }
        }
        changes.addAll(inventory.changes(setup));
        return new Foreseen(basis, changes, forecasts, inventory.secrets(setup), inventory.configured(setup));
    }

    /**
     * Makes the change that was foreseen, whatever it does to awards; all of it, or nothing.
     *
     * @param basis of what was set up when it was foreseen
     * @return the names of what waits for its secret now
     * @throws Wrong when it has mistakes
     * @throws Elsewhere when something else is set up meanwhile
     */
    public List<String> apply(Told told, Basis basis, Doer doer, Progress progress) {
        Setup setup = checked(told);
        if (!basis().equals(basis)) {
            throw new Elsewhere();
        }
        try {
            Planner planner = planner(setup).by(doer).against(basis.turn());
            Optional<Planner.Ready> ready =
                    Optional.ofNullable(setup.rules()).map(rules -> planner.prepare(rules, progress));
            List<SetupChange> changes = new ArrayList<>();
            ready.ifPresent(one -> planner.diff(one.texts()).forEach(change -> changes.add(SetupChange.of(change))));
            changes.addAll(inventory.changes(setup));
            List<String> secrets = inventory.secrets(setup);
            together.accept(() -> {
                Inventory.Standing now = inventory.standing();
                // whatever was added while this was made ready would be removed unseen
                if (!now.basis().equals(basis)) {
                    throw new Elsewhere();
                }
                inventory.put(setup, now, doer);
                ready.ifPresent(planner::put);
                record(doer, changes);
            });
            return secrets;
        } catch (NotRight wrong) {
            throw new Wrong(placed(told, wrong.problems()));
        } catch (Overtaken overtaken) {
            throw new Elsewhere();
        }
    }

    /** What is set up now, so that whoever saw a change of it is told that it stands no more. */
    public Basis basis() {
        return inventory.standing().basis();
    }

    private void record(Doer doer, List<SetupChange> changes) {
        Change change = Change.of("setup.imported", "setup", "database");
        boolean isAny = false;
        for (Part part : Part.values()) {
            Map<What, Long> counts = new TreeMap<>();
            changes.stream()
                    .filter(one -> one.part() == part && one.what() != What.UNCHANGED)
                    .forEach(one -> counts.merge(one.what(), 1L, Long::sum));
            if (!counts.isEmpty()) {
                isAny = true;
                change = change.to(
                        part.word(),
                        counts.entrySet().stream()
                                .map(one -> one.getValue() + " " + one.getKey().word())
                                .collect(Collectors.joining(", ")));
            }
        }
        if (isAny) {
            audit.append(doer, change);
        }
    }

    private Planner planner(Setup setup) {
        return planners.apply(inventory.names(setup));
    }

    private Setup checked(Told told) {
        List<Problem> problems = new ArrayList<>(told.problems());
        if (problems.isEmpty()) {
            problems.addAll(inventory.problems(told.setup()));
        }
        if (!problems.isEmpty()) {
            throw new Wrong(problems);
        }
        return told.setup();
    }

    /** Problems of the rules, at their places in the file as a whole. */
    private static List<Problem> placed(Told told, List<Problem> problems) {
        return problems.stream().map(problem -> placed(told, problem)).toList();
    }

    private static Problem placed(Told told, Problem problem) {
        Matcher place = PLACE.matcher(problem.place());
        Integer start = place.matches() ? told.starts().get(place.group(1)) : null;
        return start == null
                ? problem
                : new Problem(
                        SetupWriter.DOCUMENT + ":" + (start + Integer.parseInt(place.group(2))) + ":" + place.group(3)
                                + place.group(4) + ", " + place.group(1),
                        problem.found(),
                        problem.expected(),
                        problem.clause());
    }

    /** A file has mistakes; nothing was changed. */
    public static final class Wrong extends RuntimeException {
        private final transient List<Problem> problems;

        Wrong(List<Problem> problems) {
            super("the file is not right, and nothing was changed");
            this.problems = List.copyOf(problems);
        }

        /** All of them. */
        public List<Problem> problems() {
            return problems;
        }
    }

    /** Something else is set up than when the change was foreseen; nothing was changed. */
    public static final class Elsewhere extends RuntimeException {
        Elsewhere() {
            super("what is set up has changed since: look again at what would change; nothing was changed");
        }
    }
}
