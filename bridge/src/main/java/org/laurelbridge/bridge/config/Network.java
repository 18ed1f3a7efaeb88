package org.laurelbridge.bridge.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One address, or a network of them in CIDR notation (RFC 4632, RFC 4291 §2.3). Names of hosts are none: nobody is asked for them.
 *
 * @param bits of the address that are the same in the whole network
 */
public record Network(InetAddress address, int bits) {
    private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern ADDRESS =
            Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "|(?=.*:)[0-9A-Fa-f:.]{2,45}");

    private static final List<Network> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fc00::/7", "::1")
            .map(text -> of(text).orElseThrow())
            .toList();

    /** As {@code 10.0.0.7}, {@code 10.0.0.0/8} or {@code fd00::/8}; empty when the text is of another form. */
    public static Optional<Network> of(String text) {
        Matcher cidr = CIDR.matcher(text);
        if (!cidr.matches()) {
            return Optional.empty();
        }
        return address(cidr.group(1)).flatMap(address -> {
            int most = address.getAddress().length * Byte.SIZE;
            int bits = cidr.group(2) == null ? most : Integer.parseInt(cidr.group(2));
            return bits <= most ? Optional.of(new Network(address, bits)) : Optional.empty();
        });
    }

    /** An address in figures, version 4 or 6; empty when the text is none. */
    public static Optional<InetAddress> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    /** Whether an address is in it. */
    public boolean holds(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of it is somebody's own (RFC 1918, RFC 4193, loopback), and none of it a metadata service or a network of a cloud. */
    public boolean isPrivate() {
        return PRIVATE.stream().anyMatch(wider -> bits >= wider.bits && wider.holds(address));
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}
