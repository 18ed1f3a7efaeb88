package org.laurelbridge.rule;

/** What an attestation may be about: rules are found by it. */
public record Subject(Topic topic, String name) {}
