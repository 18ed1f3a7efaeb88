package org.laurelbridge.webapp.learner;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a learner.
 *
 * @param email of the issuer; null when it tells none
 */
public record MyDataPage(
        MyFrame frame, String issuer, @Nullable String email) {}
