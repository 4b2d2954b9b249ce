package dev.virtworkbench.engine.secrets;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.ObjectKind;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.Spread;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Which documents of a host name which secrets, at one moment: those of all pools, of the volumes of active ones, and of all domains,
 * as they run and as they are configured. Immutable once it is made.
 */
public final class SecretUse {

    /** @param name of a volume: with its pool before it */
    public record User(ObjectKind kind, String name) { }

    /** @param reference the secret's UUID or what it is for, as the document has it */
    private record Naming(User user, String type, String reference) { }

    private final List<Naming> all = new ArrayList<>();

    private SecretUse() {
    }

    static SecretUse of(Connection connection, Spread many) throws LibvirtError {
        SecretUse use = new SecretUse();
        for (PoolCalls.Details pool : offered(() -> connection.pools().list())) {
            use.add(new User(ObjectKind.POOL, pool.name()), pool.xml());
            if (pool.state() != 0) {
                for (VolumeCalls.Description volume : connection.volumes().describe(pool.uuid(), many)) {
                    use.add(new User(ObjectKind.VOLUME, pool.name() + "/" + volume.entry().name()), volume.xml());
                }
            }
        }
        for (DomainCalls.Details domain : offered(() -> connection.domains().list())) {
            for (int flags : domain.id() >= 0 ? new int[] {0, DomainCalls.XML_INACTIVE} : new int[] {DomainCalls.XML_INACTIVE}) {
                use.addDomain(connection, domain, flags);
            }
        }
        return use;
    }

    /** One that has ended meanwhile names nothing any more. */
    private void addDomain(Connection connection, DomainCalls.Details domain, int flags) throws LibvirtError {
        try {
            add(new User(ObjectKind.DOMAIN, domain.name()), connection.domains().xml(domain.uuid(), flags));
        } catch (LibvirtError e) {
            if (!ErrorCode.missing(e.code())) {
                throw e;
            }
        }
    }

    /** What the host's driver has none of, as of domains that of storage alone, cannot name anything. */
    private static <T> List<T> offered(Listing<T> listing) throws LibvirtError {
        try {
            return listing.list();
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return List.of();
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Listing<T> {
        List<T> list() throws LibvirtError;
    }

    private void add(User user, String xml) {
        for (XmlElement element : XmlTree.parse(xml).elements()) {
            if (element.localName().equals("secret")) {
                all.add(new Naming(user, element.value("type"), element.value("uuid")));
                all.add(new Naming(user, element.value("type"), element.value("usage")));
            } else if (element.localName().equals("encryption")) {
                // of a virtual TPM
                all.add(new Naming(user, "vtpm", element.value("secret")));
            }
        }
    }

    /** Who names that secret, each once: by its UUID, or by what it is for. */
    public List<User> of(SecretSummary secret) {
        return all.stream().filter(naming -> names(naming, secret)).map(Naming::user).distinct().toList();
    }

    private static boolean names(Naming naming, SecretSummary secret) {
        // pools state no type here, and a volume's encryption calls its secret a passphrase
        boolean sameType = naming.type.isEmpty() || naming.type.equals(secret.type()) || naming.type.equals("passphrase") && secret.type().equals("volume");
        return uuid(naming.reference).equals(uuid(secret.uuid()))
                || sameType && !secret.usage().isEmpty() && naming.reference.equals(secret.usage());
    }

    private static String uuid(UUID uuid) {
        return uuid(uuid.toString());
    }

    /** libvirt reads them with dashes and without. */
    private static String uuid(String text) {
        return text.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
