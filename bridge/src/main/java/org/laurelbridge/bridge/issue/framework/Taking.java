package org.laurelbridge.bridge.issue.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.xapi.Problem;

/** Takes in what a reader finds, some at a time; after the first problem it only looks for more of them. */
final class Taking implements ItemSink {

    /** How many problems are told; all are counted. */
    static final int SHOWN = 100;

    private static final int AT_A_TIME = 500;

    private final Frameworks.Loading loading;
    private final ItemCheck check = new ItemCheck();
    private final List<Item> items = new ArrayList<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long count;
    private String version = "";

    Taking(Frameworks.Loading loading) {
        this.loading = loading;
    }

    @Override
    public void item(Item item, String place) {
        check.check(item, place).forEach(this::problem);
        if (count == 0) {
            items.add(item);
            flush(AT_A_TIME);
        }
    }

    @Override
    public void broader(String code, String parent) {
        if (count == 0) {
            parents.put(code, parent);
            if (parents.size() >= AT_A_TIME) {
                flush(1);
            }
        }
    }

    @Override
    public void version(String told) {
        version = told;
    }

    @Override
    public void problem(Problem problem) {
        count++;
        if (problems.size() < SHOWN) {
            problems.add(problem);
        }
    }

    /** Nothing comes any more. */
    void end() {
        if (count == 0 && check.items() == 0) {
            problem(new Problem("the file", "no item", "at least one", ""));
        }
        if (count == 0) {
            flush(1);
        }
    }

    private void flush(int least) {
        if (items.size() >= least) {
            loading.add(items);
            items.clear();
        }
        if (!parents.isEmpty() && items.isEmpty()) {
            loading.broaden(parents);
            parents.clear();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    long count() {
        return count;
    }

    String version() {
        return version;
    }
}
