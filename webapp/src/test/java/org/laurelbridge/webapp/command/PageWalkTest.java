package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PageWalkTest {
    @Test
    void walk_ofASmallCampus(@TempDir Path folder) throws Exception {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new LaurelCommand());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(out));
        int code = line.execute("bench", "--pages", "--learners", "40", "--keep", folder.toString());
        java.nio.file.Files.writeString(Path.of("/tmp/w/scale-run/small.txt"), out.toString());
        assertThat(code).isZero();
    }
}
