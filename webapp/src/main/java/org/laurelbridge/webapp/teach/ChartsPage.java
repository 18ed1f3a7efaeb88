package org.laurelbridge.webapp.teach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Awards of a class over time.
 *
 * @param path of the class
 * @param all of all badges together; null when there is none yet
 * @param badges of those that somebody earned
 * @param offered the titles of those that nobody has claimed yet, and how many could
 * @param others the titles of those that nobody has earned yet
 */
public record ChartsPage(
        TeachFrame frame,
        String course,
        String path,
        @Nullable Chart all,
        List<Chart> badges,
        List<String> offered,
        List<String> others) {}
