/** Laurel in a real browser, as people use it. In: a Laurel with the sample course, and Chromium; out: that every story can be walked. */
@NullMarked
package org.laurelbridge.webapp.browser;

import org.jspecify.annotations.NullMarked;
