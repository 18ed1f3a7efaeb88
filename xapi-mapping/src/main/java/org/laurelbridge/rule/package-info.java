/** The rule language as values. In: a badge document, and the facts of one learner; out: badges, and what each condition finds. */
@NullMarked
package org.laurelbridge.rule;

import org.jspecify.annotations.NullMarked;
