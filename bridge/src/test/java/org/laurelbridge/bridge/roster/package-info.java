@NullMarked
package org.laurelbridge.bridge.roster;

import org.jspecify.annotations.NullMarked;
