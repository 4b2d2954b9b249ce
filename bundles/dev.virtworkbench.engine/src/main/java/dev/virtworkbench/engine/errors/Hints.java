package dev.virtworkbench.engine.errors;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to do about libvirt's usual errors. Its codes are coarse (most failures of storage are “internal error”), so a row
 * may look at the words as well. That only chooses advice: nothing the engine does depends on it, and where a daemon
 * speaks another language the advice is missing, not wrong.
 */
final class Hints {

    private static final int ANY = -1;

    /** The first row that fits gives the advice: what is particular stands before what is general, words before codes alone. */
    private static final List<Row> ROWS = List.of(
            row(ANY, "already exists with uuid|already defined with uuid", "name-taken"),
            row(ANY, "already active with name|is already active$", "already-active"),
            row(ANY, "storage volume name '.*' already in use|storage volume .*exists already", "volume-name-taken"),
            row(ANY, "source.* already in use|Storage source conflict|target .* already in use", "source-in-use"),
            row(ANY, "cannot find any matching source devices for logical volume group", "lvm-devices"),
            row(ANY, "pool '.*' is starting up", "pool-starting"),
            row(ANY, "storage pool '.*' is not active|pool is not active", "pool-not-active"),
            row(ANY, "storage pool '.*' is still active|pool .* is already active", "pool-still-active"),
            row(ANY, "Permission denied \\((publickey|password|keyboard-interactive|gssapi)", "ssh-key"),
            row(ANY, "KVM is not available|kvm.*[Pp]ermission|Could not access KVM|domain type kvm is not supported"
                    + "|could not find capabilities", "no-kvm"),
            row(ANY, "Permission denied|Operation not permitted", "permission-denied"),
            row(ANY, "cannot open directory|cannot statfs|target path .* is not a directory", "build-pool"),
            row(ANY, "asynchronous jobs running|used by another", "busy"),
            row(ANY, "domain is not running|domain is not active", "domain-not-running"),
            row(ANY, "domain is already running|domain is active", "domain-running"),
            row(ANY, "cannot undefine domain with nvram", "undefine-nvram"),
            row(ANY, "cannot undefine domain with tpm", "undefine-tpm"),
            row(ANY, "while there exist .* snapshots|has .* snapshots|with .* snapshots", "undefine-snapshots"),
            row(ANY, "while domain managed save image exists|managed save", "undefine-managed-save"),
            row(ANY, "(while|with) .* checkpoints", "undefine-checkpoints"),
            row(ANY, "No space left on device|not enough free space|exceeds.*available", "no-space"),
            row(ANY, "Read-only file system", "read-only"),
            row(ANY, "format of backing image .* was not specified", "backing-format"),
            row(ANY, "backing store|backing file|Could not open backing", "backing-missing"),
            row(ANY, "Cannot access storage file", "image-missing"),
            row(ANY, "Failed to get .* lock|Is another process using the image", "image-locked"),
            row(ANY, "[Cc]annot delete|is still in use|in use by", "in-use"),
            row(ANY, "[Uu]nable to find (any|'.*') firmware", "no-uefi"),
            row(ANY, "[Cc]annot find suitable emulator|unable to find any emulator|Cannot check QEMU binary", "no-emulator"),
            row(ANY, "missing backend for pool type|pool type .* not supported|no storage driver", "no-backend"),
            row(ANY, "network '.*' is not active", "network-not-active"),
            row(ANY, "already contains|existing (filesystem|partition|data)|already formatted|Format of device", "overwrite"),
            row(ANY, "[Hh]ost key verification failed", "ssh-host-key"),
            row(ANY, "Could not resolve hostname|Name or service not known|unable to resolve", "unknown-host"),
            row(ANY, "Connection refused|Connection timed out|No route to host", "host-unreachable"),
            row(ANY, "socket to '.*': No such file", "no-daemon"),
            row(ANY, "certificate|TLS handshake", "certificate"),
            row(ANY, "external snapshot file for disk .* already exists", "snapshot-file"),
            row(ANY, "no connection driver available|not supported by the connection driver: virConnect\\w*StoragePools", "no-driver"),
            row(ANY, "^(this function is not supported|unsupported flags)|not implemented", "unsupported"),
            row(ANY, "[Gg]uest agent is not (responding|connected|available)|QEMU guest agent is not connected", "guest-agent"),
            row(ErrorCode.AGENT_UNRESPONSIVE, "", "guest-agent"),
            row(ErrorCode.NO_STORAGE_POOL, "", "pool-gone"),
            row(ErrorCode.NO_STORAGE_VOL, "", "volume-gone"),
            row(ErrorCode.NO_DOMAIN, "", "domain-gone"),
            row(ErrorCode.NO_NETWORK, "", "network-gone"),
            row(ErrorCode.NO_SECRET, "", "secret-gone"),
            row(ErrorCode.AUTH_FAILED, "", "auth-failed"),
            row(ErrorCode.AUTH_CANCELLED, "", "auth-failed"),
            row(ErrorCode.AUTH_UNAVAILABLE, "", "auth-agent"),
            row(ErrorCode.ACCESS_DENIED, "", "access-denied"),
            row(ErrorCode.OPERATION_DENIED, "", "access-denied"),
            row(ErrorCode.XML_INVALID_SCHEMA, "", "schema"),
            row(ErrorCode.XML_ERROR, "", "xml"),
            row(ErrorCode.XML_DETAIL, "", "xml"),
            row(ErrorCode.INVALID_CONN, "", "connection-lost"),
            row(ErrorCode.RPC, "", "connection-lost"),
            row(ErrorCode.NO_SUPPORT, "", "unsupported"),
            row(ErrorCode.CONFIG_UNSUPPORTED, "", "config-unsupported"));

    private Hints() {
    }

    /** The advice for one of libvirt's errors; empty where there is none. */
    static Optional<Message> find(int code, String words) {
        return ROWS.stream().filter(row -> row.fits(code, words)).findFirst()
                .map(row -> Message.of(Hints.class, "hint." + row.key));
    }

    /** The keys of all advice. */
    static List<String> keys() {
        return ROWS.stream().map(Row::key).distinct().toList();
    }

    private static Row row(int code, String words, String key) {
        return new Row(code, Pattern.compile(words), key);
    }

    private record Row(int code, Pattern words, String key) {

        boolean fits(int actual, String message) {
            return (code == ANY || code == actual) && words.matcher(message).find();
        }
    }
}
