@NullMarked
package org.laurelbridge.bridge.verify.report;

import org.jspecify.annotations.NullMarked;
