/** Webhooks. In: announcements of awards; out: signed requests to those who asked for them (Standard Webhooks). */
@NullMarked
package org.laurelbridge.bridge.deliver.webhook;

import org.jspecify.annotations.NullMarked;
