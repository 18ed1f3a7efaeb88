package org.laurelbridge.webapp;

import org.laurelbridge.webapp.command.LaurelCommand;

/** Where the jar starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(LaurelCommand.run(arguments));
    }
}
