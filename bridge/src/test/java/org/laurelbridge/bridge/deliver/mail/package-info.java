@NullMarked
package org.laurelbridge.bridge.deliver.mail;

import org.jspecify.annotations.NullMarked;
