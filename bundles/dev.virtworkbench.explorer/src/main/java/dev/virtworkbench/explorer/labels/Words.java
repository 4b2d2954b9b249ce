package dev.virtworkbench.explorer.labels;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Node;
import dev.virtworkbench.language.findings.Message;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hosts and their objects are called, and how they are, in the language of the workbench. */
public final class Words {

    private Words() { }

    /** The engine's words in the language of the workbench. */
    public static String of(Message message) {
        return message.in(Locale.getDefault());
    }

    /** A word of these labels. */
    public static String of(String key, Object... arguments) {
        return of(Message.of(Words.class, key, arguments));
    }

    /** What it is called. */
    public static String name(Node node) {
        return switch (node) {
            case HostObject object -> object.name();
            case Node.Group group -> of("group." + group.kind());
            case Node.Note note -> of(note.text());
        };
    }

    /** How it is, in few words; may be empty. */
    public static String state(Node node) {
        return switch (node) {
            case HostObject.OfHost(Host host) -> host(host);
            case HostObject.OfPool pool -> pool(pool.summary());
            case HostObject.OfVolume volume -> volume(volume.summary());
            case HostObject.OfDomain domain -> of("domain." + domain.summary().state()) + (domain.summary().saved() ? of("domain.saved") : "");
            case HostObject.OfDisk disk -> disk(disk.disk());
            case HostObject.OfNetwork network -> of(network.summary().active() ? "network.active" : "network.inactive");
            case HostObject.OfSecret secret -> secret(secret.summary());
            case Node.Group group -> "";
            case Node.Note note -> "";
        };
    }

    /** What there is to say besides; may be empty. */
    public static String details(Node node) {
        return switch (node) {
            case HostObject.OfHost(Host host) -> host.status().failure().map(failure -> of(failure.text())
                    + failure.hint().map(hint -> "\n" + of(hint)).orElse("")).orElse("");
            case HostObject.OfPool pool -> pool.summary().targetPath();
            case HostObject.OfVolume(Host host, PoolSummary in, VolumeSummary volume) ->
                    volume.problem().isEmpty() ? volume.path() : volume.problem();
            case HostObject.OfDisk disk -> image(disk.disk());
            case HostObject.OfSecret secret -> secret.summary().description();
            case Node.Note note -> of(note.text());
            default -> "";
        };
    }

    private static String host(Host host) {
        String at = host.status().retryAt().map(time -> DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .format(time.atZone(ZoneId.systemDefault()))).orElse("");
        String state = of("host." + host.status().state(), at);
        return host.simulated() ? of("host.simulated", state) : state;
    }

    private static String pool(PoolSummary pool) {
        boolean sizeOnly = pool.state() == PoolState.RUNNING && !pool.hasRoom();
        String state = of(sizeOnly ? "pool.size" : "pool." + pool.state(), Bytes.of(Math.max(0, pool.available())), Bytes.of(pool.capacity()));
        return of("pool", pool.type(), state);
    }

    private static String volume(VolumeSummary volume) {
        if (!volume.described()) {
            return "";
        }
        String size = volume.capacity() < 0 ? of("size.unknown") : Bytes.of(volume.capacity());
        return volume.format().isEmpty() ? size : of("volume", volume.format(), size);
    }

    private static String secret(SecretSummary secret) {
        return Stream.of(secret.type(), secret.isPrivate() ? of("secret.private") : "").filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String disk(Disk disk) {
        String image = image(disk);
        return of(disk.untilShutOff() ? "disk.passing" : "disk", disk.format(), image.isEmpty() ? of("disk.empty") : image).strip();
    }

    private static String image(Disk disk) {
        return disk.source().isEmpty() && !disk.pool().isEmpty() ? disk.pool() + "/" + disk.volume() : disk.source();
    }
}
