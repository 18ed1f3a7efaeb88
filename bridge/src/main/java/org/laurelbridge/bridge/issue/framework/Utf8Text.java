package org.laurelbridge.bridge.issue.framework;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads text in UTF-8. A byte that is none ends it with a {@link java.nio.charset.CharacterCodingException}. */
final class Utf8Text {
    private Utf8Text() {}

    static Reader of(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The text behind the byte order mark that spreadsheets put before UTF-8. It can be marked. */
    static Reader afterMark(Reader marked) throws IOException {
        Reader text = new BufferedReader(marked);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }
}
