package dev.virtworkbench.ui.tests.explorer;

import static dev.virtworkbench.ui.tests.explorer.Wizard.choose;
import static dev.virtworkbench.ui.tests.explorer.Wizard.combo;
import static dev.virtworkbench.ui.tests.explorer.Wizard.field;
import static dev.virtworkbench.ui.tests.explorer.Wizard.finish;
import static dev.virtworkbench.ui.tests.explorer.Wizard.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;

/** From an empty host to a domain that runs, by wizards alone, on a real libvirtd; asked of it by its own {@code virsh}. */
class RealWizardsTest extends OnRealHost {

    @Test
    void aPoolAVolumeOnAnotherAndADomainThatBootsItAreMade() throws IOException {
        Path folder = daemon.folder().resolve("R&D images");
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri());
        Shell pool = open("pool", "New Storage Pool");
        field(pool, "Name:", "R&D");
        field(pool, "Target path:", folder.toString());
        finish(pool);
        assertTrue(virsh("pool-info", "R&D").contains("running"));
        assertTrue(Files.isDirectory(folder), "built");

        volume(tree, "base.qcow2", null);
        Path base = folder.resolve("base.qcow2");
        volume(tree, "disk.qcow2", base);
        String disk = virsh("vol-dumpxml", "disk.qcow2", "R&D");
        assertTrue(disk.contains("<format type='qcow2'/>") && disk.contains("<capacity unit='bytes'>" + (8L << 20)), disk);
        assertTrue(disk.contains("<backingStore>") && disk.contains("<path>" + base.toString().replace("&", "&amp;")), disk);

        Widgets.select(tree, daemon.uri(), "Storage pools", "R&D", "disk.qcow2");
        Shell domain = open("domain", "New Domain from an Image");
        field(domain, "Name:", "guest");
        field(domain, "Memory:", "64");
        choose(Widgets.labelled(domain, "Memory:", Combo.class), "MiB");
        choose(combo(domain, "Architecture:"), "x86_64");
        choose(combo(domain, "Run by:"), "qemu");
        choose(combo(domain, "Network:"), "none");
        Widgets.press(Widgets.button(domain, "Start it"));
        finish(domain);
        assertEquals("running", virsh("domstate", "guest").strip());
        assertTrue(virsh("domblklist", "guest").contains("disk.qcow2"));
        Widgets.row(tree, daemon.uri(), "Domains", "guest", "vda");
    }

    /** Makes a volume of 8 MiB in the pool that is selected. @param backing what it rests on; null for nothing */
    private void volume(Tree tree, String name, Path backing) {
        Widgets.select(tree, daemon.uri(), "Storage pools", "R&D");
        Shell volume = open("volume", "New Volume");
        choose(combo(volume, "Pool:"), "R&D");
        choose(combo(volume, "Format:"), "qcow2");
        field(volume, "Name:", name);
        field(volume, "Capacity:", "8");
        choose(Widgets.labelled(volume, "Capacity:", Combo.class), "MiB");
        if (backing != null) {
            field(volume, "Backing volume:", backing.toString());
        }
        finish(volume);
        Widgets.row(tree, daemon.uri(), "Storage pools", "R&D", name);
    }

    private String virsh(String... words) throws IOException {
        String[] command = new String[words.length + 3];
        command[0] = "virsh";
        command[1] = "-c";
        command[2] = daemon.uri();
        System.arraycopy(words, 0, command, 3, words.length);
        return daemon.run(command);
    }
}
