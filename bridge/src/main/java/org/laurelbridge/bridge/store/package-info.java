/** The only SQL. In: the ports of the stages; out: rows in SQLite, MySQL or MariaDB. */
@NullMarked
package org.laurelbridge.bridge.store;

import org.jspecify.annotations.NullMarked;
