/** Gradebooks by Moodle's web services. In: deliveries; out: grades of activities, and the user ids that other targets need. */
@NullMarked
package org.laurelbridge.bridge.deliver.moodle;

import org.jspecify.annotations.NullMarked;
