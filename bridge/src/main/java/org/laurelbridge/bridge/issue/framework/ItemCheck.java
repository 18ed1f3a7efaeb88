package org.laurelbridge.bridge.issue.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/** Says what is wrong with the items of a file, which it sees one after the other. */
final class ItemCheck {

    static final int MOST_ITEMS = 100_000;
    static final int LONGEST_CODE = 500;
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_DESCRIPTION = 20_000;
    static final int LONGEST_URL = 2_000;
    static final int LONGEST_WORD = 200;
    private static final int SHOWN = 60;

    private final Map<String, String> places = new HashMap<>();

    /** All that is wrong with an item. */
    List<Problem> check(Item item, String place) {
        List<Problem> problems = new ArrayList<>();
        length(item.code(), LONGEST_CODE, place + "/code", problems);
        length(item.name(), LONGEST_NAME, place + "/name", problems);
        length(item.description(), LONGEST_DESCRIPTION, place + "/description", problems);
        length(item.url(), LONGEST_URL, place + "/url", problems);
        length(item.type(), LONGEST_WORD, place + "/type", problems);
        length(item.level(), LONGEST_WORD, place + "/level", problems);
        length(item.broader(), LONGEST_CODE, place + "/broader", problems);
        String url = item.url();
        if (url != null && !url.matches("https?://[^\\s/]\\S*")) {
            problems.add(new Problem(place + "/url", shown(url), "an address as https://…", ""));
        }
        if (problems.isEmpty()) {
            once(item, place, problems);
        }
        return problems;
    }

    int items() {
        return places.size();
    }

    private void once(Item item, String place, List<Problem> problems) {
        if (places.size() >= MOST_ITEMS) {
            problems.add(new Problem(place, "one more item", "at most " + MOST_ITEMS, ""));
            return;
        }
        String before = places.putIfAbsent(item.code(), place);
        if (before != null) {
            problems.add(new Problem(
                    place + "/code",
                    shown(item.code()) + ", which stands on " + before + ", too",
                    "a code of its own",
                    ""));
        }
    }

    private static void length(@Nullable String text, int longest, String place, List<Problem> problems) {
        if (text != null && text.length() > longest) {
            problems.add(new Problem(place, text.length() + " characters", "at most " + longest, ""));
        }
    }

    static String shown(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return "\"" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + "\"";
    }
}
