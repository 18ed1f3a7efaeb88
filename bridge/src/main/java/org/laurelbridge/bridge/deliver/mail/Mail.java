package org.laurelbridge.bridge.deliver.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is sent.
 *
 * @param id the same at every try
 * @param name of whom it is to; null when it is not known
 * @param html the same as text
 * @param off where its reader says that they want no more of them
 */
public record Mail(
        String id, @Nullable String name, String address, String subject, String text, String html, URI off) {}
