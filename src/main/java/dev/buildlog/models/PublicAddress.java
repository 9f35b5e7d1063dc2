package dev.buildlog.models;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the internet from those of this machine and of networks behind a router. */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return address instanceof Inet4Address ? isPublic4(first, second, bytes[2] & 0xFF) : isPublic6(first, second, bytes);
    }

    /** Not this network, carriers' private space, protocol assignments, benchmarks, or what is reserved (RFC 6890). */
    private static boolean isPublic4(int first, int second, int third) {
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean assigned = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 224 && !carrier && !assigned && !benchmark;
    }

    /** Global unicast (2000::/3), except what carries an IPv4 address inside: 6to4 (2002::/16) and Teredo (2001::/32). */
    private static boolean isPublic6(int first, int second, byte[] bytes) {
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return first >> 5 == 1 && !sixToFour && !teredo;
    }
}
