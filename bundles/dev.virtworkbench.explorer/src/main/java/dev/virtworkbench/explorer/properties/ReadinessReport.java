package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.hosts.Readiness;
import dev.virtworkbench.engine.hosts.Readiness.Machine;
import dev.virtworkbench.engine.hosts.Readiness.Presence;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;

/** What a host is ready for, line by line, with tabs between what stands below each other: what is to be done comes first. */
final class ReadinessReport {

    /** What a line is. */
    enum Kind { HEADING, PLAIN, MISSING }

    /** A line of it. */
    record Line(Kind kind, String text) { }

    private final List<Line> lines = new ArrayList<>();

    private ReadinessReport() { }

    static List<Line> of(Readiness readiness) {
        ReadinessReport report = new ReadinessReport();
        report.todo(readiness.advice());
        report.host(readiness);
        report.pools(readiness.backends());
        readiness.machine().ifPresentOrElse(report::machine, () -> {
            report.heading("programs");
            report.line(Kind.PLAIN, text("no-programs"));
        });
        return List.copyOf(report.lines);
    }

    private void todo(List<Message> advice) {
        heading("todo");
        if (advice.isEmpty()) {
            line(Kind.PLAIN, text("nothing"));
        }
        advice.forEach(each -> line(Kind.PLAIN, Words.of(each)));
    }

    private void host(Readiness readiness) {
        heading("host");
        line(Kind.PLAIN, text("libvirt"), readiness.libvirt());
        readiness.hypervisor().ifPresent(release -> line(Kind.PLAIN, text("hypervisor"), release));
        readiness.machine().ifPresent(machine -> {
            line(Kind.PLAIN, text("system"), machine.system());
            line(Kind.PLAIN, text("kernel"), machine.kernel());
            line(Kind.PLAIN, text("user"), text("user.value", machine.user(), String.join(", ", machine.groups())));
            line(machine.elevation() == Readiness.Elevation.NONE ? Kind.MISSING : Kind.PLAIN, text("root"), text("root." + machine.elevation()));
        });
    }

    private void pools(List<Readiness.Backend> backends) {
        heading("pools");
        if (backends.isEmpty()) {
            line(Kind.PLAIN, text("pools.old"));
        }
        backends.forEach(each -> line(each.supported() ? Kind.PLAIN : Kind.MISSING, each.type(), text(each.supported() ? "supported" : "unsupported")));
    }

    private void machine(Machine machine) {
        heading("programs");
        for (Readiness.Program program : machine.programs()) {
            if (program.path().isPresent()) {
                line(Kind.PLAIN, program.name(), Words.of(program.purpose().text()), program.path().get(), program.version());
            } else {
                line(Kind.MISSING, program.name(), Words.of(program.purpose().text()), text("missing"));
            }
        }
        heading("modules");
        machine.modules().forEach(module -> line(module.presence() == Presence.MISSING ? Kind.MISSING : Kind.PLAIN, module.name(),
                Words.of(module.purpose().text()), text(module.presence().name())));
    }

    private void heading(String key) {
        if (!lines.isEmpty()) {
            line(Kind.PLAIN, "");
        }
        line(Kind.HEADING, text(key));
    }

    private void line(Kind kind, String... parts) {
        lines.add(new Line(kind, String.join("\t", parts)));
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(ReadinessReport.class, "readiness." + key, arguments));
    }
}
