package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.drafts.BootSettings.Device;
import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BootSettingsTest {

    private static final String DOMAIN = """
            <domain type='kvm'>
              <name>web</name>
              <memory>1048576</memory>
              <os>
                <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
                <boot dev='cdrom'/>
                <boot dev='hd'/>
              </os>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                <disk type='file' device='disk'>
                  <source file='/srv/a.img'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <disk type='file' device='cdrom'>
                  <target dev='sda' bus='sata'/>
                  <readonly/>
                </disk>
                <interface type='network'>
                  <mac address='52:54:00:00:00:01'/>
                  <source network='default'/>
                </interface>
              </devices>
            </domain>
            """;

    private static final Device DISK = new Device(1, "hd", "vda", "/srv/a.img");
    private static final Device DRIVE = new Device(2, "cdrom", "sda", "");
    private static final Device CARD = new Device(3, "network", "52:54:00:00:00:01", "default");

    private static BootSettings of(String domain) {
        return BootSettings.of(XmlTree.parse(domain));
    }

    private static String with(String domain, BootSettings wanted) {
        String after = BootEdits.apply(domain, wanted);
        assertEquals(List.of(), Judged.errors(DocumentKind.DOMAIN, after));
        assertEquals(wanted, of(after));
        return after;
    }

    private static BootSettings settings(List<Device> order, Firmware firmware) {
        return new BootSettings(false, order, List.of(), Optional.empty(), OptionalInt.empty(), firmware);
    }

    @Test
    void kindsComeToDevices() {
        assertEquals(new BootSettings(true, List.of(DRIVE, DISK), List.of("cdrom", "hd"), Optional.empty(), OptionalInt.empty(), Firmware.MACHINE),
                of(DOMAIN));
        assertEquals(List.of(DISK, DRIVE, CARD), BootSettings.devices(XmlTree.parse(DOMAIN)));
        assertEquals(DOMAIN, BootEdits.apply(DOMAIN, of(DOMAIN)));
    }

    @Test
    void anOrderOfDevicesReplacesThatOfKindsAndBack() {
        String ordered = with(DOMAIN, settings(List.of(CARD, DISK), Firmware.MACHINE));
        assertEquals(DOMAIN.replaceAll("    <boot dev='(hd|cdrom)'/>\n", "")
                .replace("<target dev='vda' bus='virtio'/>", "<target dev='vda' bus='virtio'/>\n      <boot order='2'/>")
                .replace("<source network='default'/>", "<source network='default'/>\n      <boot order='1'/>"), ordered);
        assertEquals(ordered.replace("\n      <boot order='1'/>", "").replace("order='2'", "order='1'"),
                with(ordered, settings(List.of(DISK), Firmware.MACHINE)));
        assertEquals(DOMAIN, BootEdits.apply(ordered, of(DOMAIN)));
    }

    @Test
    void kindsChangeTheirOrder() {
        BootSettings now = of(DOMAIN);
        String after = BootEdits.apply(DOMAIN, new BootSettings(true, List.of(), List.of("hd", "network", "cdrom"), now.menu(), now.menuTimeout(), now.firmware()));
        assertEquals(List.of("hd", "network", "cdrom"), of(after).kinds());
        assertEquals(List.of(), Judged.errors(DocumentKind.DOMAIN, after));
        assertEquals(DOMAIN, BootEdits.apply(after, now));
    }

    @Test
    void aDeviceIsPutAtAPlace() {
        BootSettings now = of(DOMAIN);
        assertEquals(0, now.place(DISK));
        BootSettings placed = now.placing(CARD, 2);
        assertEquals(List.of(DRIVE, CARD, DISK), placed.order());
        assertEquals(2, of(with(DOMAIN, placed)).place(CARD));
        assertEquals(List.of(DRIVE, DISK, CARD), placed.placing(CARD, 9).order());
        assertEquals(Optional.of(DISK), BootSettings.disk(XmlTree.parse(DOMAIN), "vda"));
    }

    @Test
    void theMenuComesChangesAndGoes() {
        BootSettings now = of(DOMAIN);
        String menu = with(DOMAIN, new BootSettings(true, now.order(), now.kinds(), Optional.of(true), OptionalInt.of(3000), Firmware.MACHINE));
        assertTrue(menu.contains("<bootmenu enable='yes' timeout='3000'/>"), menu);
        String none = with(menu, new BootSettings(true, now.order(), now.kinds(), Optional.of(false), OptionalInt.empty(), Firmware.MACHINE));
        assertTrue(none.contains("<bootmenu enable='no'/>"), none);
        assertEquals(DOMAIN, with(none, now));
    }

    @Test
    void firmwareIsLibvirtsChoiceOfWhatIsAskedFor() {
        BootSettings now = of(DOMAIN);
        String uefi = with(DOMAIN, new BootSettings(true, now.order(), now.kinds(), Optional.empty(), OptionalInt.empty(), Firmware.UEFI));
        assertTrue(uefi.contains("<os firmware='efi'>") && uefi.contains("<feature enabled='no' name='secure-boot'/>"), uefi);
        String chosen = uefi.replace("</firmware>", "</firmware>\n    <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE.fd</loader>\n"
                + "    <nvram template='/usr/share/OVMF/OVMF_VARS.fd'>/var/lib/libvirt/qemu/nvram/web_VARS.fd</nvram>");
        String secure = with(chosen, new BootSettings(true, now.order(), now.kinds(), Optional.empty(), OptionalInt.empty(), Firmware.SECURE_UEFI));
        assertTrue(secure.contains("<feature enabled='yes' name='secure-boot'/>") && !secure.contains("nvram") && !secure.contains("loader"), secure);
        assertEquals(DOMAIN, with(secure, now));
        assertEquals(Firmware.OWN_LOADER, of(DOMAIN.replace("<boot dev='hd'/>", "<loader>/srv/bios.bin</loader>")).firmware());
    }
}
