package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostStatus;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import java.util.Objects;

/**
 * A host or an object of one, as it was when it was last read. Views select these, or what adapts to them; actions take them.
 * Two are equal if they stand for the same object, whatever was read of it and when.
 */
public sealed interface HostObject extends Node {

    /** What people call it. */
    String name();

    /** What was read of it: equal while nothing of that has changed. */
    Object summary();

    /** The host itself. */
    record OfHost(Host host) implements HostObject {
        @Override
        public String name() {
            return host.uri();
        }

        @Override
        public HostStatus summary() {
            return host.status();
        }
    }

    /** A storage pool. */
    record OfPool(Host host, PoolSummary summary) implements HostObject {
        public Pool pool() {
            return host.pools().pool(summary);
        }

        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfPool that && host == that.host && summary.uuid().equals(that.summary.uuid());
        }

        @Override
        public int hashCode() {
            return summary.uuid().hashCode();
        }
    }

    /**
     * A volume.
     *
     * @param in its pool
     */
    record OfVolume(Host host, PoolSummary in, VolumeSummary summary) implements HostObject {
        public Volume volume() {
            return host.pools().pool(in).volume(summary.name());
        }

        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfVolume that && host == that.host && in.uuid().equals(that.in.uuid())
                    && summary.name().equals(that.summary.name());
        }

        @Override
        public int hashCode() {
            return Objects.hash(in.uuid(), summary.name());
        }
    }

    /** A domain. */
    record OfDomain(Host host, DomainSummary summary) implements HostObject {
        public Domain domain() {
            return host.domains().domain(summary);
        }

        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfDomain that && host == that.host && summary.uuid().equals(that.summary.uuid());
        }

        @Override
        public int hashCode() {
            return summary.uuid().hashCode();
        }
    }

    /**
     * A disk of a domain.
     *
     * @param in its domain
     */
    record OfDisk(Host host, DomainSummary in, Disk disk) implements HostObject {
        @Override
        public String name() {
            return disk.target();
        }

        @Override
        public Disk summary() {
            return disk;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfDisk that && host == that.host && in.uuid().equals(that.in.uuid())
                    && disk.target().equals(that.disk.target());
        }

        @Override
        public int hashCode() {
            return Objects.hash(in.uuid(), disk.target());
        }
    }

    /** A network. */
    record OfNetwork(Host host, NetworkSummary summary) implements HostObject {
        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfNetwork that && host == that.host && summary.uuid().equals(that.summary.uuid());
        }

        @Override
        public int hashCode() {
            return summary.uuid().hashCode();
        }
    }

    /** A secret. Its value is neither known nor asked for. */
    record OfSecret(Host host, SecretSummary summary) implements HostObject {
        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfSecret that && host == that.host && summary.uuid().equals(that.summary.uuid());
        }

        @Override
        public int hashCode() {
            return summary.uuid().hashCode();
        }
    }
}
