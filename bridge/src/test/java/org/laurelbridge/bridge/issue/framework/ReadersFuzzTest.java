package org.laurelbridge.bridge.issue.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to a file: a reader tells problems and throws nothing; and what never ends takes little memory. */
class ReadersFuzzTest {

    private static final int ROUNDS = 3_000;
    private static final byte[] SHARP = "\"\\,;\t\n\r{}[]:'0x\u0000é\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final Random random = new Random(5);

    @ParameterizedTest
    @CsvSource({"sfia.csv, SFIA", "nice.json, NICE", "skills_de.csv, ESCO", "case.json, CASE", "plain.csv, CSV"})
    void mutations_neverCrash(String file, Format format) {
        byte[] good = Found.sample(file);
        int broken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Found found = Found.in(format, mutated(good));
            broken += found.problems.isEmpty() ? 0 : 1;
            for (Format other : Format.values()) {
                if (round % 50 == 0) {
                    Found.in(other, mutated(good));
                }
            }
        }
        assertThat(broken).isPositive();
    }

    private byte[] mutated(byte[] good) {
        byte[] bytes = good.clone();
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            int length = random.nextInt(Math.min(60, bytes.length - at));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = SHARP[random.nextInt(SHARP.length)];
                case 2 ->
                    bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
                default ->
                    bytes = joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            }
            if (bytes.length == 0) {
                return good;
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CSV  | code,name~            | A%d,x~
            CSV  | code,name~A,"         | xxxxxxxxxxxxxxxxxxxxx~
            CSV  | code,name~A           | ,
            CSV  | ''                    | column%d,
            NICE | {"elements":          | [
            NICE | {"elements":[{"text":"| xxxxxxxxxxxxxxxxxxxxx
            NICE | {                     | "name%d":1,
            NICE | {"elements":[{        | "name%d":{"a":[1]},
            NICE | {"relationships":[    | {"a%d":"b"},
            CASE | {"CFItems":[{"educationLevel":[ | "0%d",
            CASE | {"CFItems":[          | 1,
            """)
    void whatNeverEnds_takesLittleMemory(Format format, String start, String more) {
        Endless bytes = new Endless(
                start.replace('~', '\n'), number -> more.replace('~', '\n').replace("%d", "" + number));
        Counting sink = new Counting();
        Meter meter = new Meter();
        try {
            format.reader().read(bytes, sink);
        } catch (java.io.IOException failed) {
            throw new AssertionError(failed);
        }
        assertThat(meter.grown()).as("bytes kept").isLessThan(64_000_000);
        assertThat(sink.told).isPositive();
    }

    /** Keeps nothing. */
    private static final class Counting implements ItemSink {
        private long told;

        @Override
        public void item(Item item, String place) {
            told++;
        }

        @Override
        public void broader(String code, String parent) {
            told++;
        }

        @Override
        public void version(String version) {
            told++;
        }

        @Override
        public void problem(org.laurelbridge.xapi.Problem problem) {
            told++;
        }
    }

    private static final class Meter {
        private final long before = used();

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        long grown() {
            return used() - before;
        }
    }

    /** Fifty million bytes of the same over and over. */
    private static final class Endless extends InputStream {
        private final IntFunction<String> more;
        private byte[] part;
        private int at;
        private int number;
        private long passed;

        Endless(String start, IntFunction<String> more) {
            this.more = more;
            this.part = start.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            while (at == part.length) {
                part = more.apply(number++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            passed++;
            return passed > 50_000_000 ? -1 : part[at++] & 0xFF;
        }
    }
}
