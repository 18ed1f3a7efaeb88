package org.laurelbridge.mapping;

/**
 * One thing that a person is known by. Kinds: {@code email} (lower-case), {@code mbox_sha1sum}, {@code openid},
 * {@code account} (a whole xAPI account, joined by hand or made with the person), and the names an LMS keeps:
 * {@code id}, {@code username}, {@code idnumber}.
 *
 * @param scope the home page of the system that the value belongs to; empty where the value stands alone
 */
public record Identifier(String kind, String scope, String value) {}
