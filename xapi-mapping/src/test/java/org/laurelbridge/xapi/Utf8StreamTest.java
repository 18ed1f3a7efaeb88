package org.laurelbridge.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {

    @Test
    void read_byteByByte_passesUtf8On() throws IOException {
        Utf8Stream stream = stream("aü".getBytes(UTF_8));

        assertThat(new int[] {stream.read(), stream.read(), stream.read(), stream.read()})
                .containsExactly('a', 0xC3, 0xBC, -1);
        assertThat(stream.fault()).isNull();
    }

    @Test
    void read_inPieces_countsTheBytesBefore() throws IOException {
        Utf8Stream stream = stream(new byte[] {'a', 'b', 'c', (byte) 0xFF, 'd'});

        assertThat(stream.readNBytes(2)).containsExactly('a', 'b');
        assertThat(stream.readAllBytes()).containsExactly('c');
        assertThat(stream.fault()).isEqualTo("byte 3");
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void read_whatEndsInsideACharacter_isAFaultAtItsEnd() throws IOException {
        Utf8Stream stream = stream(new byte[] {'a', (byte) 0xC3});

        assertThat(stream.readAllBytes()).hasSize(2);
        assertThat(stream.fault()).isEqualTo("byte 2");
    }

    @Test
    void read_ofNothing_isNoFault() throws IOException {
        Utf8Stream stream = stream("ü".getBytes(UTF_8));
        stream.read();

        assertThat(stream.read(new byte[1], 0, 0)).isZero();
        assertThat(stream.fault()).isNull();
    }

    private static Utf8Stream stream(byte[] bytes) {
        return new Utf8Stream(new ByteArrayInputStream(bytes));
    }
}
