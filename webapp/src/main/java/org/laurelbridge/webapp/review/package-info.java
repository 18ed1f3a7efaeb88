/** What administrators decide about awards. In: an administrator who is signed in; out: the page {@code /admin/review}. */
@NullMarked
package org.laurelbridge.webapp.review;

import org.jspecify.annotations.NullMarked;
