package org.laurelbridge.bridge.issue.framework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A skill, a task, a standard or the like, as the file of its framework tells it.
 *
 * @param code by which badges name it; within its framework no other item has it
 * @param name as it is shown
 * @param description null where the file has none
 * @param url its own http(s) address; null where it has none
 * @param type of what kind it is in the framework's own words, as "Work role"; null where the file does not say
 * @param level in the framework's own words; null where it has none
 * @param broader the code of the item that it is part of; null for none
 * @param alsoCalled other names that it is found by
 * @param ends the first day on which it is retired, by its publisher's own word; null while it stands
 */
public record Item(
        String code,
        String name,
        @Nullable String description,
        @Nullable String url,
        @Nullable String type,
        @Nullable String level,
        @Nullable String broader,
        List<String> alsoCalled,
        @Nullable LocalDate ends) {

    public Item {
        alsoCalled = List.copyOf(alsoCalled);
    }

    /** One with a code, a name and a description, and no more. */
    public static Item of(String code, String name, @Nullable String description) {
        return new Item(code, name, description, null, null, null, null, List.of(), null);
    }

    public Item at(@Nullable String address) {
        return new Item(code, name, description, address, type, level, broader, alsoCalled, ends);
    }

    public Item typed(@Nullable String kind) {
        return new Item(code, name, description, url, kind, level, broader, alsoCalled, ends);
    }

    public Item onLevel(@Nullable String word) {
        return new Item(code, name, description, url, type, word, broader, alsoCalled, ends);
    }

    public Item below(@Nullable String parent) {
        return new Item(code, name, description, url, type, level, parent, alsoCalled, ends);
    }

    public Item calledToo(List<String> names) {
        return new Item(code, name, description, url, type, level, broader, names, ends);
    }

    public Item ending(@Nullable LocalDate day) {
        return new Item(code, name, description, url, type, level, broader, alsoCalled, day);
    }
}
