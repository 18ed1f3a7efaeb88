/** What administrators set up in the database, as a file: from one installation to another. In: a file; out: what it would change, and that change. */
@NullMarked
package org.laurelbridge.bridge.moving;

import org.jspecify.annotations.NullMarked;
