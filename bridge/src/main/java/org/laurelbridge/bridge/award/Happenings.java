package org.laurelbridge.bridge.award;

import java.util.Collection;
import java.util.Map;
import org.laurelbridge.bridge.record.PersonId;

/**
 * How much has happened to people's awards and on their way to them: numbers that move with every change of an award, and with all that
 * is heard or said of somebody and counts for a badge, whichever node made it.
 */
public interface Happenings {

    /**
     * For each of these people how many things have happened. What is decided of one person is decided one after the
     * other, so a number that was read is never reached again by something else.
     *
     * @param people who stand for themselves
     * @return a number for each of them, 0 where nothing has happened
     */
    Map<PersonId, Long> count(Collection<PersonId> people);
}
