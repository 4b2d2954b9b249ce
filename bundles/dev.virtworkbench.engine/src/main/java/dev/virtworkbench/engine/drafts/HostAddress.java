package dev.virtworkbench.engine.drafts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a libvirt is, as stated in fields; <a href="https://libvirt.org/uri.html">libvirt's URIs</a> are made of these.
 *
 * @param driver as in {@code qemu}
 * @param transport as in {@code ssh}; empty for this machine's own libvirt
 * @param user to sign in as on the other machine; empty for the one that the transport would take
 * @param host the other machine's name or address; empty for this one
 * @param port empty for the transport's usual one
 * @param path as in {@code /system}
 * @param socket path of libvirt's socket over there; empty for the usual one
 */
public record HostAddress(String driver, String transport, String user, String host, String port, String path, String socket) {

    public HostAddress {
        user = user.strip();
        host = host.strip();
        port = port.strip();
        socket = socket.strip();
    }

    /** What libvirt is given to connect. */
    public String uri() {
        String scheme = transport.isEmpty() ? driver : driver + '+' + transport;
        String who = user.isEmpty() ? "" : encoded(user) + '@';
        String where = host.contains(":") && !host.startsWith("[") ? '[' + host + ']' : host;
        String over = port.isEmpty() ? "" : ':' + port;
        String at = socket.isEmpty() ? "" : "?socket=" + encoded(socket).replace("%2F", "/");
        return scheme + "://" + who + where + over + path + at;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
