package org.laurelbridge.webapp.provider;

/** A request that is not answered as asked. */
final class ImsFailure extends RuntimeException {
    private final Trouble trouble;
    private final String where;

    /**
     * @param where the parameter or the part of the body that is wrong
     * @param why a sentence for whoever wrote the application, without personal data
     */
    ImsFailure(Trouble trouble, String where, String why) {
        super(why);
        this.trouble = trouble;
        this.where = where;
    }

    Trouble trouble() {
        return trouble;
    }

    String where() {
        return where;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
