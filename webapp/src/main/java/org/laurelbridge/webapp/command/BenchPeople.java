package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.mapping.Identifier;

/** How fast a roster becomes people, beside a plain batch insert of the same rows. */
final class BenchPeople {
    private static final int MANY = 10_000;
    private static final int RUNS = 3;
    /** Of a person with an address: the person, and a row for each identifier, the hash of the address among them. */
    private static final int ROWS = 5;

    private static final int AT_ONCE = 1_000;

    private final Bridge bridge;
    private final PrintWriter out;

    BenchPeople(Bridge bridge, PrintWriter out) {
        this.bridge = bridge;
        this.out = out;
    }

    /** The first run warms up; each takes people in whom nobody knows yet. */
    void measure() {
        out.printf("%,d people from a roster, each known by id, user name and address%n", MANY);
        for (int run = 0; run <= RUNS; run++) {
            List<Newcomer> roster = roster(run);
            double joined = seconds(
                    () -> bridge.stores().people().addAll(roster, bridge.clock().instant()));
            double again = seconds(
                    () -> bridge.stores().people().addAll(roster, bridge.clock().instant()));
            double plain = seconds(() -> insert(roster));
            if (run > 0) {
                out.printf(
                        "joined %.2f s, again %.2f s; plain JDBC batch insert of the same %,d rows %.2f s; ratio %.1f%n",
                        joined, again, MANY * ROWS, plain, joined / plain);
                out.flush();
            }
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** The same bodies, batch by batch, each in a commit. */
    private void insert(List<Newcomer> roster) {
        try (var inserts = bridge.stores().plainInserts()) {
            for (int from = 0; from < roster.size(); from += AT_ONCE) {
                inserts.insert(roster.subList(from, from + AT_ONCE).stream()
                        .flatMap(BenchPeople::rows)
                        .toList());
            }
        }
    }

    private static Stream<String> rows(Newcomer newcomer) {
        String hash = "mbox_sha1sum 0000000000000000000000000000000000000000";
        return Stream.concat(
                Stream.of(String.valueOf(newcomer.name()), hash),
                newcomer.identifiers().stream().map(Identifier::toString));
    }

    private static List<Newcomer> roster(int run) {
        String system = "https://lms" + run + ".example";
        return IntStream.range(0, MANY)
                .mapToObj(i -> new Newcomer(
                        "Learner " + i,
                        List.of(
                                new Identifier("id", system, Integer.toString(i)),
                                new Identifier("username", system, "learner" + i),
                                new Identifier("email", "", "learner" + i + "@lms" + run + ".example"))))
                .toList();
    }
}
