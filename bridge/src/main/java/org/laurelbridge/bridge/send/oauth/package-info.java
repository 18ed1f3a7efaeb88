/** OAuth 2.0 with hosts: registering there, asking for the learner's yes, tokens. In: what is to be asked; out: what the host gave, or why not. */
@NullMarked
package org.laurelbridge.bridge.send.oauth;

import org.jspecify.annotations.NullMarked;
