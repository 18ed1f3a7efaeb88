package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** How long it takes from the answer to a push until the award stands. */
final class BenchAwards {
    private final Bridge bridge;
    private final BenchSender sender;

    BenchAwards(Bridge bridge, BenchSender sender) {
        this.bridge = bridge;
        this.sender = sender;
    }

    Load.Measured measure(int awards) throws InterruptedException, ExecutionException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < awards; i++) {
            String learner = "award-" + i;
            try {
                sender.push(List.of(BenchStatements.passed(learner)));
            } catch (IOException failure) {
                throw new ExecutionException(failure);
            }
            long answered = System.nanoTime();
            while (!isAwarded(learner)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            nanos.add(System.nanoTime() - answered);
        }
        return new Load.Measured(0, nanos);
    }

    private boolean isAwarded(String learner) {
        Optional<PersonId> person =
                bridge.stores().people().find(new Identifier("email", "", learner + "@bench.example"));
        return person.isPresent()
                && !bridge.awards().find(person.get(), List.of("exam")).isEmpty();
    }
}
