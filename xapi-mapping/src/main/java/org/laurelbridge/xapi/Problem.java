package org.laurelbridge.xapi;

/**
 * What is wrong with an input, said so that its sender can mend it.
 *
 * @param place a JSON pointer ({@code /0/actor/mbox}), or file, line and column
 * @param found what stands there, cut to a readable length; never a secret
 * @param expected what should stand there
 * @param clause the rule that asks for it, as "1.0.3 Data 2.4.2.3"; empty where no document does
 */
public record Problem(String place, String found, String expected, String clause) {

    /** One sentence: where, what was found, what was expected, by which clause. */
    @Override
    public String toString() {
        return place + ": found " + found + ", expected " + expected + (clause.isEmpty() ? "" : " (" + clause + ")");
    }

    /** The same problem below a place. */
    public Problem below(String parent) {
        return new Problem(parent + place, found, expected, clause);
    }
}
