package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * Reads {@link Format#CASE}: a {@code CFPackage} of 1EdTech's Competencies and Academic Standards Exchange, 1.0 or 1.1. The code of
 * an item is its {@code humanCodingScheme}, or its {@code identifier} where it has none or an item before has the same. An item is
 * named by its {@code abbreviatedStatement}, else by its {@code fullStatement}; {@code statusEndDate} is the day it is retired.
 * {@code isChildOf} says what it is part of.
 */
final class CaseReader implements FrameworkReader {

    private static final String ITEMS = "CFItems";
    private static final String ORIGIN = "originNodeURI.identifier";
    private static final String DESTINATION = "destinationNodeURI.identifier";
    private static final String ENDS = "statusEndDate";
    private static final JsonRows.Layout LAYOUT = new JsonRows.Layout(
            Set.of("CFPackage"),
            Map.of(
                    "CFDocument",
                    Set.of("version"),
                    ITEMS,
                    Set.of(
                            "identifier",
                            "uri",
                            "humanCodingScheme",
                            "fullStatement",
                            "abbreviatedStatement",
                            "CFItemType",
                            "educationLevel",
                            "notes",
                            ENDS),
                    "CFAssociations",
                    Set.of("associationType", ORIGIN, DESTINATION)),
            ITEMS);

    @Override
    public void read(InputStream bytes, ItemSink sink) throws IOException {
        Reading read = new Reading(sink);
        JsonRows.read(bytes, sink, LAYOUT, read::take);
    }

    /** One file, while it is read. */
    private static final class Reading {

        private final ItemSink sink;
        private final Map<String, String> codes = new HashMap<>();
        private final Set<String> taken = new HashSet<>();

        Reading(ItemSink sink) {
            this.sink = sink;
        }

        void take(String array, Map<String, String> members, String place) {
            switch (array) {
                case ITEMS -> item(members, place);
                case "CFAssociations" -> association(members);
                default -> {
                    String version = members.get("version");
                    if (version != null) {
                        sink.version(version);
                    }
                }
            }
        }

        private void item(Map<String, String> members, String place) {
            String identifier = members.get("identifier");
            String full = members.get("fullStatement");
            if (identifier == null) {
                sink.problem(new Problem(place + "/identifier", "nothing", "text", "CASE CFItem"));
            }
            if (full == null) {
                sink.problem(new Problem(place + "/fullStatement", "nothing", "text", "CASE CFItem"));
            }
            if (identifier != null && full != null && codes.size() < ItemCheck.MOST_ITEMS) {
                String code = code(members.get("humanCodingScheme"), identifier);
                codes.put(identifier, code);
                sink.item(read(code, full, members, place), place);
            } else if (identifier != null && full != null) {
                sink.item(Item.of(identifier, full, null), place);
            }
        }

        private String code(@Nullable String scheme, String identifier) {
            return scheme != null && taken.add(scheme) ? scheme : identifier;
        }

        private Item read(String code, String full, Map<String, String> members, String place) {
            String shorter = members.get("abbreviatedStatement");
            String uri = members.get("uri");
            Item item = shorter == null ? Item.of(code, full, members.get("notes")) : Item.of(code, shorter, full);
            return item.at(uri != null && uri.matches("https?://\\S+") ? uri : null)
                    .typed(members.get("CFItemType"))
                    .onLevel(members.get("educationLevel"))
                    .ending(day(members.get(ENDS), place));
        }

        private @Nullable LocalDate day(@Nullable String text, String place) {
            try {
                // some write a time behind it
                return text == null ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            } catch (DateTimeException noDay) {
                sink.problem(
                        new Problem(place + "/" + ENDS, ItemCheck.shown(text), "a day as 2026-03-01", "CASE CFItem"));
                return null;
            }
        }

        private void association(Map<String, String> members) {
            String child = codes.get(members.getOrDefault(ORIGIN, ""));
            String parent = codes.get(members.getOrDefault(DESTINATION, ""));
            if ("isChildOf".equals(members.get("associationType")) && child != null && parent != null) {
                sink.broader(child, parent);
            }
        }
    }
}
