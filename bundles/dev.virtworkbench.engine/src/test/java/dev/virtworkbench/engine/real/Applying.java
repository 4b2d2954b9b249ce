package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.apply.PlannedChange;
import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;

/** Documents that are applied to a real daemon, one for all tests of a class. */
abstract class Applying extends OnRealHost {

    static final long MIB = 1024 * 1024;
    static final Set<Decision> NONE = Set.of();

    static final LibvirtLanguage LANGUAGE =
            new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));

    static Apply apply;

    @BeforeAll
    static void start() {
        apply = new Apply(host, LANGUAGE);
    }

    static ApplyPlan plan(ApplyRequest request) {
        var job = apply.plan(request);
        ApplyPlan plan = job.await();
        assertEquals(JobState.DONE, job.state());
        return plan;
    }

    static Domain define(String xml) {
        return host.domains().define(xml, true).await();
    }

    static String domain(String name, String devices) {
        return "<domain type='qemu'><name>" + name + "</name><memory unit='KiB'>65536</memory><vcpu>1</vcpu>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>" + devices + "</devices></domain>";
    }

    static List<String> words(ApplyPlan plan) {
        return sentences(plan.changes().stream().map(PlannedChange::change).toList());
    }

    static List<String> sentences(List<Change> changes) {
        return changes.stream().map(change -> change.message().in(Locale.ENGLISH)).toList();
    }
}
