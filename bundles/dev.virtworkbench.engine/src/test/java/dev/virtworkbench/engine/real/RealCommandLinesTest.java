package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.commandlines.CommandLines;
import dev.virtworkbench.language.commandlines.Note;
import dev.virtworkbench.language.commandlines.Translation;
import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What commands become is what virsh would have sent, and what a real libvirtd takes. */
class RealCommandLinesTest extends OnRealHost {

    private static final Path EXAMPLES = Path.of("../dev.virtworkbench.language/src/test/resources/dev/virtworkbench/language/commandlines");

    @BeforeAll
    static void start() {
        PrivateLibvirtd.needsRoot();
    }

    @Test
    void isWhatVirshWouldSend() throws IOException {
        define("guest9");
        for (String command : List.of(
                "pool-define-as vms dir --target /srv/vms",
                "pool-define-as --name nfs --type netfs --source-host nas.example.com --source-path /export --source-format nfs --target /srv/nfs",
                "pool-define-as vg0 logical --source-dev /dev/sdb --source-name vg0 --target=/dev/vg0",
                "pool-define-as san iscsi san.example.com --source-dev iqn.2024-03.com.example:vms --target /dev/disk/by-path"
                        + " --auth-type chap --auth-username u --secret-usage s --source-initiator iqn.2024-03.com.example:host1",
                "pool-create-as vhba scsi --adapter-wwnn 20000000c9831b4b --adapter-wwpn 10000000c9831b4b --adapter-parent scsi_host3",
                "attach-disk guest9 /srv/a.qcow2 vdb --driver qemu --subdriver qcow2 --cache none --io native --targetbus virtio --serial S1"
                        + " --mode readonly --address pci:0000.00.07.0",
                "attach-disk guest9 pool/image vdc --source-protocol rbd --source-host-name mon1:6789 --subdriver raw",
                "attach-disk guest9 --source /srv/b.img --target sda --targetbus scsi --type disk --mode shareable --wwn 5000c50015ea71ad"
                        + " --alias ua-b --address scsi:0.0.3",
                "attach-interface guest9 bridge br0 --mac 52:54:00:11:22:33 --model virtio --target t0 --inbound 100,200,300 --outbound 10",
                "attach-interface guest9 network default --alias ua-n",
                "attach-interface guest9 hostdev 0000:03:00.0 --managed",
                "snapshot-create-as guest9 s1 text --memspec /srv/m,snapshot=external --diskspec vda,snapshot=external,driver=qcow2,file=/srv/s",
                "snapshot-create-as guest9 --diskspec vda,snapshot=no --diskspec vdb --name s2")) {
            List<String> words = new ArrayList<>(List.of("virsh", "--connect", daemon.uri()));
            words.addAll(List.of(command.split(" ")));
            words.add("--print-xml");
            String sent = daemon.run(words.toArray(String[]::new));
            assertEquals(facts(sent), facts(document("virsh " + command).xml()), command);
        }
    }

    /** Every example that is whole. Sizes are made small, since some are allocated, and the machines emulated: there may be no KVM. */
    @Test
    void isTakenByLibvirt() throws IOException {
        define("web1");
        define("guest1");
        daemon.run("virsh", "--connect", daemon.uri(), "pool-create-as", "images", "dir", "--build", "--target", daemon.folder().resolve("images").toString());
        List<String> lacking = lacking();
        List<String> taken = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String all = Files.readString(file);
                for (Translation each : CommandLines.read(all.substring(0, all.indexOf("====\n")))) {
                    boolean whole = each.notes().stream().noneMatch(note -> note.kind() == Note.Kind.NEEDED && !toBeMade(note));
                    if (each.document().isPresent() && whole && lacking.stream().noneMatch(each.document().get().xml()::contains)) {
                        take(file.getFileName().toString(), each.document().get());
                        taken.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertTrue(taken.size() > 20, taken.toString());
    }

    /** A volume that is to be made, or a name that is to be chosen, keeps nothing from being defined. */
    private static boolean toBeMade(Note note) {
        return note.message().key().equals("install.size") || note.message().key().equals("qemu.name");
    }

    /**
     * What XML has in it that asks for what the machine of the test has not: emulators of other architectures, UEFI, an image to rest on,
     * somebody's snapshot; and SPICE, which is a package of its own on Debian 13.
     */
    private static List<String> lacking() throws IOException {
        String able = daemon.run("virsh", "--connect", daemon.uri(), "domcapabilities");
        return Stream.concat(Stream.of("aarch64", "firmware='efi'", "<backingStore>", "<domainsnapshot>"), Stream.of("qxl", "spice")
                .filter(each -> !able.contains("<value>" + each + "</value>")).map("type='%s'"::formatted)).toList();
    }

    private static void take(String name, Document document) throws IOException {
        String xml = document.xml().replace("<domain type='kvm'>", "<domain type='qemu'>").replace("<cpu mode='host-passthrough'/>", "")
                .replace("<name>qemu</name>", "<name>" + name + "</name>")
                .replaceAll("(<(?:capacity|allocation) unit=')[A-Za-z]+", "$1KiB");
        Path file = daemon.folder().resolve(name + ".xml");
        Files.writeString(file, xml);
        String path = file.toString();
        List<String> command = switch (document.root()) {
            case "pool" -> List.of("pool-define", path);
            case "volume" -> List.of("vol-create", "images", path);
            case "domain" -> List.of("define", path, "--validate");
            default -> List.of("attach-device", document.owner(), path, "--config");
        };
        List<String> words = new ArrayList<>(List.of("virsh", "--connect", daemon.uri()));
        words.addAll(command);
        daemon.run(words.toArray(String[]::new));
    }

    private static void define(String name) throws IOException {
        Path file = daemon.folder().resolve(name + "-machine.xml");
        Files.writeString(file, "<domain type='qemu'><name>" + name + "</name><memory>65536</memory><os><type>hvm</type></os></domain>");
        daemon.run("virsh", "--connect", daemon.uri(), "define", file.toString());
    }

    private static Document document(String command) {
        return CommandLines.read(command).getFirst().document().orElseThrow();
    }

    /** Elements, attributes and texts, whatever their order. */
    private static SortedSet<String> facts(String xml) {
        SortedSet<String> facts = new TreeSet<>();
        XmlTree tree = XmlTree.parse(xml.substring(xml.indexOf('<')));
        for (XmlElement element : tree.elements()) {
            String path = element.name();
            for (var up = element.parent(); up.isPresent(); up = up.get().parent()) {
                path = up.get().name() + "/" + path;
            }
            String place = path;
            element.attributes().forEach(attribute -> facts.add(place + "@" + attribute.name() + "=" + element.value(attribute.name())));
            if (element.elements().isEmpty()) {
                facts.add(place + " " + element.text().strip());
            }
        }
        return facts;
    }
}
