/** Storage tests on every database. In: nothing; out: an empty database a test, SQLite and a real MariaDB. */
@NullMarked
package org.laurelbridge.bridge.store;

import org.jspecify.annotations.NullMarked;
