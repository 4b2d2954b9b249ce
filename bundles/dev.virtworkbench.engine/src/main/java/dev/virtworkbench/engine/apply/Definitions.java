package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.engine.networks.Networks;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.secrets.Secrets;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.UUID;

/** The objects of one kind that a host keeps a definition of. Everything here waits: for threads of the engine only. */
interface Definitions {

    /**
     * @param name of a secret: what it is used for
     * @param persistent whether it is defined, and not gone when it stops
     */
    record Entry(UUID uuid, String name, boolean active, boolean persistent) { }

    List<Entry> all();

    /** Its configuration, with its passwords. */
    String xml(Entry entry);

    /** One call of libvirt, which does all or nothing. Whether the object is active is not looked at. */
    Entry define(String xml, boolean validate);

    /**
     * Starts what is in a document without keeping it; for what is {@link ApplyRequest#creatable}.
     *
     * @param validate where libvirt can: it has no such flag for pools
     */
    default Made create(String xml, boolean validate) {
        throw new UnsupportedOperationException("nothing of this kind runs");
    }

    /** @param validated whether libvirt judged it by its schema */
    record Made(Entry entry, boolean validated) { }

    /** What it runs with, with its passwords; for what is {@link ApplyRequest#creatable}. */
    default String running(Entry entry) {
        throw new UnsupportedOperationException("nothing of this kind runs");
    }

    /** What {@link #define} is called in errors. */
    Operation operation();

    /** @param kind one that {@link ApplyRequest#applicable}, but no volume: these are made, not defined */
    static Definitions of(DocumentKind kind, Session session) {
        return switch (kind) {
            case DOMAIN -> new OfDomains(new Domains(session));
            case STORAGE_POOL -> new OfPools(new Pools(session));
            case NETWORK -> new OfNetworks(new Networks(session));
            case SECRET -> new OfSecrets(new Secrets(session));
            default -> throw new IllegalArgumentException("nothing to define: " + kind);
        };
    }

    /** @see Domains */
    record OfDomains(Domains domains) implements Definitions {
        @Override
        public List<Entry> all() {
            return domains.list().await().stream()
                    .map(d -> new Entry(d.uuid(), d.name(), d.state().active(), d.persistent())).toList();
        }

        @Override
        public String xml(Entry entry) {
            return domains.domain(entry.uuid(), entry.name()).xml(true, true).await();
        }

        @Override
        public Entry define(String xml, boolean validate) {
            Domain domain = domains.define(xml, validate).await();
            return new Entry(domain.uuid(), domain.name(), false, true);
        }

        @Override
        public Made create(String xml, boolean validate) {
            Domain domain = domains.createTransient(xml, validate).await();
            return new Made(new Entry(domain.uuid(), domain.name(), true, false), validate);
        }

        @Override
        public String running(Entry entry) {
            return domains.domain(entry.uuid(), entry.name()).xml(false, true).await();
        }

        @Override
        public Operation operation() {
            return Operation.DOMAIN_DEFINE;
        }
    }

    /** @see Pools */
    record OfPools(Pools pools) implements Definitions {
        @Override
        public List<Entry> all() {
            return pools.list().await().stream()
                    .map(p -> new Entry(p.uuid(), p.name(), p.state().active(), p.persistent())).toList();
        }

        @Override
        public String xml(Entry entry) {
            return pools.pool(entry.uuid(), entry.name()).xml(true).await();
        }

        @Override
        public Entry define(String xml, boolean validate) {
            Pool pool = pools.define(xml, validate).await();
            return new Entry(pool.uuid(), pool.name(), false, true);
        }

        @Override
        public Made create(String xml, boolean validate) {
            Pool pool = pools.createTransient(xml).await();
            return new Made(new Entry(pool.uuid(), pool.name(), true, false), false);
        }

        @Override
        public String running(Entry entry) {
            return pools.pool(entry.uuid(), entry.name()).xml(false).await();
        }

        @Override
        public Operation operation() {
            return Operation.POOL_DEFINE;
        }
    }

    /** @see Networks */
    record OfNetworks(Networks networks) implements Definitions {
        @Override
        public List<Entry> all() {
            return networks.list().await().stream()
                    .map(n -> new Entry(n.uuid(), n.name(), n.active(), n.persistent())).toList();
        }

        @Override
        public String xml(Entry entry) {
            return networks.network(entry.uuid(), entry.name()).xml(true).await();
        }

        @Override
        public Entry define(String xml, boolean validate) {
            Network network = networks.define(xml, validate).await();
            return new Entry(network.uuid(), network.name(), false, true);
        }

        @Override
        public Made create(String xml, boolean validate) {
            Network network = networks.createTransient(xml, validate).await();
            return new Made(new Entry(network.uuid(), network.name(), true, false), validate);
        }

        @Override
        public String running(Entry entry) {
            return networks.network(entry.uuid(), entry.name()).xml(false).await();
        }

        @Override
        public Operation operation() {
            return Operation.NETWORK_DEFINE;
        }
    }

    /** @see Secrets */
    record OfSecrets(Secrets secrets) implements Definitions {
        @Override
        public List<Entry> all() {
            return secrets.list().await().stream().map(OfSecrets::entry).toList();
        }

        @Override
        public String xml(Entry entry) {
            return secrets.xml(entry.uuid()).await();
        }

        @Override
        public Entry define(String xml, boolean validate) {
            return entry(secrets.define(xml, validate).await());
        }

        @Override
        public Operation operation() {
            return Operation.SECRET_DEFINE;
        }

        private static Entry entry(SecretSummary secret) {
            return new Entry(secret.uuid(), secret.usage(), false, true);
        }
    }
}
