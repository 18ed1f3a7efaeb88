package org.laurelbridge.bridge.deliver.moodle;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Place;

/**
 * A Moodle that an administrator connected by web services. The token is in it in plain: it is never logged or shown.
 *
 * @param name of the gradebook, as rules have it
 * @param root the site's wwwroot, without a slash at its end
 * @param rosters whether who is enrolled is read, too
 * @param places where each badge's grade goes
 */
public record KeptMoodle(UUID id, String name, URI root, String token, boolean rosters, List<Place> places) {
    public KeptMoodle {
        places = List.copyOf(places);
    }

    /** The same with other places. */
    public KeptMoodle with(List<Place> others) {
        return new KeptMoodle(id, name, root, token, rosters, others);
    }

    @Override
    public String toString() {
        return name;
    }
}
