package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.drafts.DiskAdvice;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.drafts.DiskSettings;
import dev.virtworkbench.engine.drafts.DiskSource;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said against a disk holds. */
class RealDiskAdviceTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    /** What is said to be refused is refused, by libvirt when the domain is defined or started. */
    @ParameterizedTest
    @CsvSource({"native-cached, pc, virtio, vdb, raw, writeback, native, 0, '', ''", "shared-format, pc, virtio, vdb, qcow2, none, '', 0, '', shareable",
        "ide-q35, q35, ide, hda, raw, '', '', 0, '', ''", "thread-bus, pc, scsi, sda, raw, '', '', 1, '', ''",
        "thread-missing, pc, virtio, vdb, raw, '', '', 1, '', ''", "serial-wrong, pc, virtio, vdb, raw, '', '', 0, a/b, ''",
        "target-wrong, pc, virtio, nvme0, raw, '', '', 0, '', ''", "readonly-bus, pc, ide, hda, raw, '', '', 0, '', readonly",
        "readonly-bus, q35, sata, sda, raw, '', '', 0, '', readonly"})
    void whatIsSaidToBeRefusedIsRefused(String advice, String machine, String bus, String target, String format, String cache, String io, int thread,
            String serial, String flag) {
        Image its = new Image(on.path("refused." + format), format);
        on.images().create(new NewImage(its.path(), format), MIB).await();
        DiskSettings disk = new DiskSettings(DiskSource.ofPath(its.path()), "disk", bus, target, format, cache, io, "", "", thread, serial, flag.equals("readonly"),
                flag.equals("shareable"));
        String document = RealDomainsTest.domain("refused", "").replace("'pc'", "'" + machine + "'");
        List<DiskAdvice> said = DiskAdvice.on(disk, XmlTree.parse(document), "refused", DiskAdvice.Known.NOTHING);
        assertTrue(said.getFirst().refused() && said.getFirst().why().key().equals("advice." + advice), said::toString);
        String text = TextEdit.apply(document, List.of(new DiskEdits(XmlTree.parse(document)).attach(disk).orElseThrow()));
        assertThrows(VirtException.class, () -> on.host().domains().make(text, true, true).await());
    }
}
