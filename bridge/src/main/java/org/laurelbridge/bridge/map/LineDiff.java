package org.laurelbridge.bridge.map;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with a little of what is around them. */
public final class LineDiff {
    private static final int AROUND = 2;
    /** Of each text: what is longer is shown as a whole that goes and a whole that comes. */
    private static final int LONGEST = 3_000;

    private final List<String> before;
    private final List<String> after;
    private final List<String> all = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** See {@link RuleChange#lines}; empty when no line differs. */
    public static List<String> of(String before, String after) {
        LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
        diff.compare();
        return diff.shown();
    }

    private void compare() {
        int head = 0;
        while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
            head++;
        }
        before.subList(0, head).forEach(line -> all.add("  " + line));
        if (Math.max(before.size(), after.size()) > LONGEST) {
            before.subList(head, before.size()).forEach(line -> all.add("- " + line));
            after.subList(head, after.size()).forEach(line -> all.add("+ " + line));
        } else {
            walk(head, common(head));
        }
    }

    /** For each two places: how many lines both texts can have in common from there on. */
    private int[][] common(int head) {
        int[][] common = new int[before.size() - head + 1][after.size() - head + 1];
        for (int i = before.size() - 1; i >= head; i--) {
            for (int j = after.size() - 1; j >= head; j--) {
                common[i - head][j - head] = before.get(i).equals(after.get(j))
                        ? common[i - head + 1][j - head + 1] + 1
                        : Math.max(common[i - head + 1][j - head], common[i - head][j - head + 1]);
            }
        }
        return common;
    }

    private void walk(int head, int[][] common) {
        int i = head;
        int j = head;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (both && before.get(i).equals(after.get(j))) {
                all.add("  " + before.get(i));
                i++;
                j++;
            } else if (i < before.size()
                    && (j == after.size() || common[i - head + 1][j - head] >= common[i - head][j - head + 1])) {
                all.add("- " + before.get(i++));
            } else {
                all.add("+ " + after.get(j++));
            }
        }
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < all.size(); i++) {
            if (isNearAChange(i)) {
                if (gap) {
                    shown.add("…");
                }
                shown.add(all.get(i));
                gap = false;
            } else {
                gap = !shown.isEmpty();
            }
        }
        return shown;
    }

    private boolean isNearAChange(int line) {
        for (int i = Math.max(0, line - AROUND); i <= Math.min(all.size() - 1, line + AROUND); i++) {
            if (!all.get(i).startsWith("  ")) {
                return true;
            }
        }
        return false;
    }
}
