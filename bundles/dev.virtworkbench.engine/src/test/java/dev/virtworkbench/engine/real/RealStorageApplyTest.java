package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.apply.Effect;
import dev.virtworkbench.engine.apply.PlannedChange;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.language.schema.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Applying documents of pools and volumes on a real daemon. */
class RealStorageApplyTest extends Applying {

    @Test
    void aNewPoolIsMadeAndADryRunMakesNone() {
        ApplyRequest request = ApplyRequest.document(DocumentKind.STORAGE_POOL,
                RealPoolsTest.dirPool("fresh", daemon.folder().resolve("fresh")));
        ApplyPlan plan = plan(request);
        assertTrue(plan.present().isEmpty() && plan.obstacles().isEmpty(), plan.toString());
        assertTrue(host.pools().list().await().stream().noneMatch(pool -> pool.name().equals("fresh")));
        Applied applied = apply.apply(plan, NONE).await();
        Pool pool = host.pools().pool(applied.uuid(), applied.name());
        try {
            assertEquals("fresh", applied.name());
            assertTrue(applied.before().isEmpty() && applied.validated(), applied.toString());
            assertEquals(List.of(), applied.dropped());
            assertEquals(List.of(), applied.altered());
        } finally {
            pool.undefine().await();
        }
    }

    @Test
    void redefiningAnActivePoolTakesEffectAtItsNextStart() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("active"));
        Pool pool = host.pools().define(RealPoolsTest.dirPool("active", folder), true).await();
        String opened = pool.xml(true).await();
        // libvirt writes the folder's owner and mode into the document: that is nobody's change
        pool.start().await();
        try {
            String edited = opened.replace("<path>" + folder, "<path>" + folder + "-moved");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.STORAGE_POOL, edited).openedAs(opened));
            assertEquals(List.of("target path: " + folder + " → " + folder + "-moved"), words(plan));
            assertEquals(Effect.AT_NEXT_START, plan.changes().getFirst().effect());
            Applied applied = apply.apply(plan, NONE).await();
            assertEquals(List.of(), applied.dropped());
            assertTrue(pool.xml(true).await().contains(folder + "-moved"));
            assertFalse(pool.xml(false).await().contains(folder + "-moved"));
            assertEquals(List.of(), words(plan(ApplyRequest.document(DocumentKind.STORAGE_POOL, edited))));
        } finally {
            pool.stop().await();
            pool.undefine().await();
        }
    }

    @Test
    void aTextWithoutAUuidChangesTheObjectOfThatName() {
        Pool pool = host.pools().define(RealPoolsTest.dirPool("same", daemon.folder().resolve("one")), true).await();
        try {
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.STORAGE_POOL,
                    RealPoolsTest.dirPool("same", daemon.folder().resolve("two"))));
            assertEquals(pool.uuid(), plan.present().orElseThrow().uuid());
            assertEquals(pool.uuid(), apply.apply(plan, NONE).await().uuid());
            assertTrue(pool.xml(true).await().contains(daemon.folder().resolve("two").toString()));
        } finally {
            pool.undefine().await();
        }
    }

    @Test
    void whatAWizardMadeIsReadBackComparedAndTold() {
        List<Applied> told = new ArrayList<>();
        String xml = RealPoolsTest.dirPool("wizard", daemon.folder().resolve("wizard")).replace("</name>", "</name><unknown/>");
        Pool pool = host.pools().make(new NewPool(xml, false, Optional.of(Existing.LEAVE), true, false)).await();
        try {
            Applied applied = new Apply(host, LANGUAGE, told::add).made(ApplyRequest.document(DocumentKind.STORAGE_POOL, xml), false).await();
            assertEquals(List.of(applied), told);
            assertEquals(pool.uuid(), applied.uuid());
            assertTrue(applied.before().isEmpty());
            assertEquals(List.of("unknown: removed"), sentences(applied.dropped()));
            String volume = RealPoolsTest.volume("made.raw", "raw", MIB);
            pool.createVolume(volume).await();
            Applied second = apply.made(ApplyRequest.volume(volume, pool.uuid()), false).await();
            assertEquals(Optional.of(pool.uuid()), second.pool());
            assertTrue(second.after().contains("made.raw") && second.dropped().isEmpty(), second::toString);
        } finally {
            pool.stop().await();
            pool.undefine().await();
        }
    }

    private static String loss(ApplyPlan plan) {
        return plan.obstacles().stream().flatMap(obstacle -> obstacle.loss().stream()).findFirst().orElseThrow().text().in(Locale.ENGLISH);
    }

    /** @param script what sfdisk makes of the volume, which is converted to its format then */
    private void divide(Path image, String format, String script) throws IOException {
        LocalProgram.run("sh", "-c", "printf '%b' \"$1\" | sfdisk -q --wipe never \"$2\"", "sh", script, image.toString());
        if (!format.equals("raw")) {
            LocalProgram.run("sh", "-c", "qemu-img convert -f raw -O \"$1\" \"$2\" \"$2.new\" && mv \"$2.new\" \"$2\"", "sh", format, image.toString());
        }
    }

    @Test
    void aSmallerCapacityThatPartitionsDoNotFitIntoIsRefused() throws IOException {
        PrivateLibvirtd.needs("sfdisk");
        Path folder = Files.createDirectories(daemon.folder().resolve("divided"));
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("divided", folder)).await();
        try {
            for (String format : List.of("raw", "qcow2")) {
                for (String label : List.of("gpt", "dos")) {
                    String name = label + "." + format;
                    Volume volume = pool.createVolume("<volume><name>" + name + "</name><capacity unit='MiB'>64</capacity><allocation>0</allocation>"
                            + "<target><format type='raw'/></target></volume>").await();
                    divide(folder.resolve(name), format, "label: " + label + "\\nsize=16MiB, type=linux\\n");
                    pool.refresh().await();
                    String opened = volume.xml().await();
                    long length = Files.size(folder.resolve(name));
                    ApplyPlan plan = plan(ApplyRequest.volume(opened.replaceFirst("<capacity unit='bytes'>\\d+", "<capacity unit='MiB'>17"), pool.uuid()));
                    if (label.equals("dos")) {
                        // 17 MiB are just what it needs
                        assertTrue(loss(plan).contains("The partitions inside need " + 17 * MIB), loss(plan));
                        plan = plan(ApplyRequest.volume(opened.replaceFirst("<capacity unit='bytes'>\\d+", "<capacity unit='MiB'>16"), pool.uuid()));
                    }
                    ApplyPlan refused = plan;
                    assertTrue(refused.stopped(), name);
                    assertTrue(refused.obstacles().getFirst().message().in(Locale.ENGLISH).contains("the partitions in " + name + " need"), refused::toString);
                    assertThrows(VirtException.class, () -> apply.apply(refused, Set.of(Decision.values())).await());
                    assertEquals(64 * MIB, volume.summary().await().capacity());
                    assertEquals(length, Files.size(folder.resolve(name)));
                }
            }
            String xml = pool.volume("gpt.raw").xml().await().replaceFirst("<capacity unit='bytes'>\\d+", "<capacity unit='MiB'>32");
            Applied smaller = apply.apply(plan(ApplyRequest.volume(xml, pool.uuid())), Set.of(Decision.SHRINK)).await();
            assertEquals(OptionalLong.empty(), smaller.grown());
            assertEquals(32 * MIB, Files.size(folder.resolve("gpt.raw")));
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void whatIsDividedOffSinceThePlanIsNotCutOff() throws IOException {
        PrivateLibvirtd.needs("sfdisk");
        Path folder = Files.createDirectories(daemon.folder().resolve("since"));
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("since", folder)).await();
        try {
            Volume volume = pool.createVolume("<volume><name>late.raw</name><capacity unit='MiB'>64</capacity><allocation>0</allocation>"
                    + "<target><format type='raw'/></target></volume>").await();
            ApplyPlan plan = plan(ApplyRequest.volume(volume.xml().await().replaceFirst("<capacity unit='bytes'>\\d+", "<capacity unit='MiB'>32"), pool.uuid()));
            divide(folder.resolve("late.raw"), "raw", "label: gpt\\nsize=48MiB, type=linux\\n");
            VirtException refused = assertThrows(VirtException.class, () -> apply.apply(plan, Set.of(Decision.SHRINK)).await());
            assertTrue(refused.getMessage().contains("the partitions in late.raw need"), refused.getMessage());
            assertEquals(64 * MIB, Files.size(folder.resolve("late.raw")));
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void aVolumeGrowsAndIsNeverAppliedInPart() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("volumes"));
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("volumes", folder)).await();
        try {
            Applied made = apply.apply(plan(ApplyRequest.volume("<volume><name>v.qcow2</name><capacity unit='MiB'>64</capacity>"
                    + "<target><format type='qcow2'/></target></volume>", pool.uuid())), NONE).await();
            assertEquals(List.of(), made.dropped());
            assertEquals(OptionalLong.empty(), made.grown());
            Volume volume = pool.volume("v.qcow2");
            String opened = volume.xml().await();
            String larger = opened.replaceFirst("<capacity unit='bytes'>\\d+", "<capacity unit='MiB'>128");
            ApplyPlan grow = plan(ApplyRequest.volume(larger, pool.uuid()).openedAs(opened));
            assertEquals(List.of("capacity: 64 MiB → 128 MiB"), words(grow));
            assertTrue(grow.resizes());
            assertEquals(OptionalLong.of(128 * MIB), apply.apply(grow, NONE, Optional.of("before.qcow2")).await().grown());
            assertEquals(64 * MIB, pool.volume("before.qcow2").summary().await().capacity(), "the copy that was made before");
            assertEquals(128 * MIB, volume.summary().await().capacity());
            ApplyPlan both = plan(ApplyRequest.volume(larger.replace("'MiB'>128", "'MiB'>256")
                    .replace("type='qcow2'", "type='raw'"), pool.uuid()));
            assertTrue(both.stopped());
            assertEquals(List.of(Effect.NOW, Effect.NEEDS_OPERATION),
                    both.changes().stream().map(PlannedChange::effect).sorted().toList());
            assertThrows(VirtException.class, () -> apply.apply(both, Set.of(Decision.values())).await());
            assertEquals(128 * MIB, volume.summary().await().capacity());
            ApplyPlan shrink = plan(ApplyRequest.volume(larger.replace("'MiB'>128", "'MiB'>64"), pool.uuid()));
            assertEquals(Decision.SHRINK, shrink.obstacles().getFirst().decision());
            assertEquals("v.qcow2", shrink.obstacles().getFirst().loss().orElseThrow().nameToType());
            assertTrue(loss(shrink).contains("No partition table is found"), loss(shrink));
            assertThrows(VirtException.class, () -> apply.apply(shrink, NONE).await());
            assertEquals(128 * MIB, volume.summary().await().capacity());
            pool.createVolume("<volume><name>child.qcow2</name><capacity unit='MiB'>128</capacity><target><format type='qcow2'/></target>"
                    + "<backingStore><path>" + folder.resolve("v.qcow2") + "</path><format type='qcow2'/></backingStore></volume>").await();
            ApplyPlan used = plan(ApplyRequest.volume(larger.replace("'MiB'>128", "'MiB'>256"), pool.uuid()));
            assertEquals(Decision.NONE, used.obstacles().getFirst().decision(), "an image builds on it");
            assertThrows(VirtException.class, () -> apply.apply(used, Set.of(Decision.values())).await());
            assertEquals(128 * MIB, volume.summary().await().capacity());
        } finally {
            pool.stop().await();
        }
    }
}
