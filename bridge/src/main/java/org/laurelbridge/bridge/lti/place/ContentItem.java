package org.laurelbridge.bridge.lti.place;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A badge that is to stand in a course (LTI resource link, Deep Linking 2.0 §3.2).
 *
 * @param text what it asks for, in a sentence or a few
 * @param url of Laurel, where the platform launches it
 * @param icon its picture
 * @param column of the course's gradebook that comes with it; empty for none
 */
public record ContentItem(String badge, String title, String text, URI url, URI icon, Optional<Column> column) {
    /** What the award is worth unless the instructor says otherwise. */
    public static final int USUAL_POINTS = 100;

    private static final int LONGEST = 255;
    private static final int LONGEST_TEXT = 1_000;
    private static final int ICON = 240;
    private static final String TAG = "laurel";

    public ContentItem {
        title = cut(title, LONGEST);
        text = cut(text, LONGEST_TEXT);
    }

    /**
     * A column of the gradebook.
     *
     * @param label at most 255 characters: Moodle's database does not take more
     * @param points 1 to 1000
     */
    public record Column(String label, int points) {
        public Column {
            label = cut(label, LONGEST);
        }
    }

    /** At most so many characters, none of them cut in two. */
    static String cut(String text, int longest) {
        int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    /** As the specification names its members. */
    Map<String, Object> claims() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "ltiResourceLink");
        item.put("title", title);
        item.put("text", text);
        item.put("url", url.toString());
        item.put("icon", Map.of("url", icon.toString(), "width", ICON, "height", ICON));
        item.put("custom", custom());
        column.ifPresent(one -> item.put(
                "lineItem",
                Map.of("label", one.label(), "scoreMaximum", one.points(), "resourceId", badge, "tag", TAG)));
        return item;
    }

    /** What every launch of it brings back. */
    private Map<String, String> custom() {
        Map<String, String> custom = new LinkedHashMap<>();
        custom.put(Placement.BADGE, badge);
        column.ifPresent(one -> custom.put(Placement.POINTS, Integer.toString(one.points())));
        return custom;
    }
}
