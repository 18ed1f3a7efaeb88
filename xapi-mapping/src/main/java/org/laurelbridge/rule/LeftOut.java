package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;

/** A fact that counts nowhere, in no attempt and under no policy. */
public record LeftOut(Fact fact, Phrase reason) {}
