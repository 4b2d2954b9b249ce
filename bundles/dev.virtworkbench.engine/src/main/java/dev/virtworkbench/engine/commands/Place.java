package dev.virtworkbench.engine.commands;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the programs of a host run. */
public sealed interface Place {

    /** On this machine. */
    record Here() implements Place { }

    /**
     * Where {@code ssh} leads.
     *
     * @param ssh the program with its options and the host, as in {@code ssh -p 2222 -l root kvm1}
     */
    record OverSsh(List<String> ssh) implements Place {

        public OverSsh {
            ssh = List.copyOf(ssh);
        }
    }

    /**
     * The place that a URI of libvirt's speaks of (<a href="https://libvirt.org/uri.html">reference</a>). Empty for a
     * simulated host, and where libvirt gets there by a way that carries no programs (tls, tcp, libssh's own keys).
     *
     * @throws IllegalArgumentException if it is no URI
     */
    static Optional<Place> of(String uri) {
        URI parts = URI.create(uri);
        String scheme = parts.getScheme();
        if (scheme == null || scheme.startsWith("test")) {
            return Optional.empty();
        }
        int plus = scheme.indexOf('+');
        String transport = plus < 0 ? "" : scheme.substring(plus + 1);
        return switch (transport) {
            // without a transport, a host in the URI means TLS
            case "" -> parts.getHost() == null ? Optional.of(new Here()) : Optional.empty();
            case "unix" -> Optional.of(new Here());
            case "ssh" -> parts.getHost() == null ? Optional.empty() : Optional.of(new OverSsh(ssh(parts)));
            default -> Optional.empty();
        };
    }

    private static List<String> ssh(URI uri) {
        Map<String, String> parameters = parameters(uri);
        List<String> ssh = new ArrayList<>(List.of(parameters.getOrDefault("command", "ssh"), "-T"));
        if (uri.getPort() >= 0) {
            ssh.addAll(List.of("-p", Integer.toString(uri.getPort())));
        }
        if (uri.getUserInfo() != null) {
            ssh.addAll(List.of("-l", uri.getUserInfo()));
        }
        if (parameters.containsKey("keyfile")) {
            ssh.addAll(List.of("-i", parameters.get("keyfile")));
        }
        if ("1".equals(parameters.get("no_verify"))) {
            ssh.addAll(List.of("-o", "StrictHostKeyChecking=no"));
        }
        if ("1".equals(parameters.get("no_tty"))) {
            ssh.addAll(List.of("-o", "BatchMode=yes"));
        }
        String host = uri.getHost();
        // ssh takes an address of IPv6 without the brackets that a URI wants
        ssh.addAll(List.of("--", host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        return ssh;
    }

    private static Map<String, String> parameters(URI uri) {
        if (uri.getRawQuery() == null) {
            return Map.of();
        }
        return Arrays.stream(uri.getRawQuery().split("&")).map(each -> each.split("=", 2)).filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0],
                        each -> URLDecoder.decode(each[1].replace("+", "%2B"), StandardCharsets.UTF_8), (first, again) -> again));
    }
}
