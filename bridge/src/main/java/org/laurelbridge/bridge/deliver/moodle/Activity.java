package org.laurelbridge.bridge.deliver.moodle;

/**
 * An activity of a course.
 *
 * @param module the course module id
 * @param name of its kind: {@code quiz}, {@code assign}
 * @param instance its id among its kind
 */
record Activity(String module, String course, String name, String instance) {}
