/** What a learner has, issued here and brought from elsewhere. In: badges that applications bring; out: all of them, page by page. */
@NullMarked
package org.laurelbridge.bridge.backpack;

import org.jspecify.annotations.NullMarked;
