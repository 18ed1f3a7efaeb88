/** What an operator edits. In: a YAML file and the environment; out: a configuration, or every problem it has. */
@NullMarked
package org.laurelbridge.bridge.config;

import org.jspecify.annotations.NullMarked;
