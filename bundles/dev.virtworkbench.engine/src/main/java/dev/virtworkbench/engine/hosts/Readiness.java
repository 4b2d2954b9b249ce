package dev.virtworkbench.engine.hosts;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a host is ready for, at one moment.
 *
 * @param libvirt the release of its libvirt, as in {@code 9.0.0}
 * @param hypervisor the release of what runs its domains; empty where there is none
 * @param backends the types of pool, by name; empty where libvirt is too old to tell
 * @param machine its programs, kernel and rights; empty where programs cannot be run on it
 */
public record Readiness(String libvirt, Optional<String> hypervisor, List<Backend> backends, Optional<Machine> machine) {

    /** What a program or a part of the kernel is for. */
    public enum Purpose {
        IMAGES, WIPE, DOMAINS, FS, LOGICAL, DISK, NETFS, SMB, GLUSTERFS, ISCSI, MPATH, SHEEPDOG("sheepdog"), VSTORAGE("vstorage"), INSIDE;

        private final String type;

        Purpose() {
            this("");
        }

        /** @param type of the pools that it is for alone */
        Purpose(String type) {
            this.type = type;
        }

        /** In words, as in “logical pools (LVM)”. */
        public Message text() {
            return Message.of(Readiness.class, "purpose." + this);
        }
    }

    /**
     * A type of pool.
     *
     * @param install Debian's package that brings what is missing; empty where nothing is, or there is no such package
     */
    public record Backend(String type, boolean supported, Optional<String> install) { }

    /**
     * A program.
     *
     * @param path where it is; empty where it is missing
     * @param version what it says of itself, in one line; empty where it says nothing
     * @param install Debian's package with it; empty where Debian has none
     */
    public record Program(String name, Purpose purpose, Optional<String> path, String version, Optional<String> install) { }

    /** How far a part of the kernel is from working. */
    public enum Presence {
        /** Built in, or loaded. */
        WORKING,
        /** The kernel loads it when it is wanted. */
        LOADABLE,
        MISSING
    }

    /** A module of the kernel. */
    public record Module(String name, Purpose purpose, Presence presence) { }

    /** How the person becomes root. */
    public enum Elevation {
        /** They are root. */
        ROOT,
        /** sudo asks for nothing. */
        SUDO,
        /** sudo is there, and asks for a password, or refuses. */
        SUDO_ASKS,
        /** There is no sudo, but pkexec. */
        PKEXEC,
        NONE;

        /** With which rights a program runs as root; empty where none does. */
        public Optional<Rights> rights() {
            return switch (this) {
                case ROOT -> Optional.of(Rights.PERSON);
                case SUDO, SUDO_ASKS -> Optional.of(Rights.SUDO);
                case PKEXEC -> Optional.of(Rights.PKEXEC);
                case NONE -> Optional.empty();
            };
        }
    }

    /**
     * The host as its programs see it.
     *
     * @param system its own name for itself, as in {@code Debian GNU/Linux 12 (bookworm)}
     * @param kernel release of its kernel
     * @param user as whom programs run there
     * @param groups the groups of that user
     */
    public record Machine(String system, String kernel, String user, List<String> groups, Elevation elevation, List<Program> programs,
            List<Module> modules) {

        public Machine {
            groups = List.copyOf(groups);
            programs = List.copyOf(programs);
            modules = List.copyOf(modules);
        }

        private Machine without(List<Backend> lacking) {
            return new Machine(system, kernel, user, groups, elevation, programs.stream()
                    .filter(program -> lacking.stream().noneMatch(backend -> backend.type().equals(program.purpose().type))).toList(), modules);
        }

        public Optional<Program> program(String name) {
            return programs.stream().filter(program -> program.name().equals(name)).findFirst();
        }

        public Optional<Module> module(String name) {
            return modules.stream().filter(module -> module.name().equals(name)).findFirst();
        }
    }

    public Readiness {
        backends = List.copyOf(backends);
    }

    /** The same with what is known of the machine, but for programs that its libvirt would not run: it was built without their pools. */
    Readiness with(Optional<Machine> known) {
        List<Backend> lacking = backends.stream().filter(backend -> !backend.supported()).toList();
        return new Readiness(libvirt, hypervisor, backends, known.map(found -> found.without(lacking)));
    }

    /** What to do for what is missing, a line each, with the packages' names in Debian; empty if nothing is. */
    public List<Message> advice() {
        List<Message> advice = new ArrayList<>();
        backends.stream().filter(backend -> !backend.supported()).forEach(backend -> advice.add(backend.install()
                .map(name -> Message.of(Readiness.class, "advice.backend", name, backend.type()))
                .orElseGet(() -> Message.of(Readiness.class, "advice.no-backend", backend.type()))));
        machine.ifPresent(found -> {
            found.programs().stream().filter(program -> program.path().isEmpty()).sorted(Comparator.comparing(Program::purpose))
                    .forEach(program -> advice.add(program.install()
                            .map(name -> Message.of(Readiness.class, "advice.program", name, program.name(), program.purpose().text()))
                            .orElseGet(() -> Message.of(Readiness.class, "advice.no-package", program.name(), program.purpose().text()))));
            found.modules().stream().filter(module -> module.presence() == Presence.MISSING)
                    .forEach(module -> advice.add(Message.of(Readiness.class, "advice.module", module.name(), module.purpose().text())));
            if (found.elevation() == Elevation.NONE) {
                advice.add(Message.of(Readiness.class, "advice.root", found.user()));
            }
        });
        return advice;
    }
}
