/** From kept statements to facts of people. In: intakes and the documents in force; out: facts, parked actors, reasons to decide anew. */
@NullMarked
package org.laurelbridge.bridge.map;

import org.jspecify.annotations.NullMarked;
