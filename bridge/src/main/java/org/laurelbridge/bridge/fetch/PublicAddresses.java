package org.laurelbridge.bridge.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are open to the whole Internet (the IANA special-purpose registries of IPv4 and IPv6): all others may lead into the
 * network that Laurel stands in, to the machine itself or to the metadata of its cloud.
 */
final class PublicAddresses {

    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("168.63.129.16", 32), // Azure's metadata
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 4),
            Range.of("240.0.0.0", 4),
            Range.of("2001::", 23), // Teredo and others that hold another address
            Range.of("2001:db8::", 32),
            Range.of("2002::", 16), // 6to4 holds an IPv4 address
            Range.of("3fff::", 20));
    private static final Range GLOBAL_IPV6 = Range.of("2000::", 3);

    private PublicAddresses() {}

    /** An IPv4 address written as IPv6 is judged as IPv4: Java has turned it into one. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || GLOBAL_IPV6.contains(bytes))
                && SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }

    /** Addresses that begin alike. */
    private static final class Range {

        private final byte[] prefix;
        private final int bits;

        private Range(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Range of(String prefix, int bits) {
            try {
                return new Range(InetAddress.getByName(prefix).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(prefix + " is no address", e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
