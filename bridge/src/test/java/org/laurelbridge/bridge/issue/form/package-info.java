@NullMarked
package org.laurelbridge.bridge.issue.form;

import org.jspecify.annotations.NullMarked;
