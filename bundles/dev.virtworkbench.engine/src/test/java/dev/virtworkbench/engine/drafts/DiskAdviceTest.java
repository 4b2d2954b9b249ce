package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.syntax.XmlTree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskAdviceTest {

    private static final String DOMAIN = "<domain type='kvm'><name>web</name><iothreads>2</iothreads><os><type arch='x86_64' machine='%s'>hvm</type></os>"
            + "<devices><disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/></disk></devices></domain>";

    /** @param settings words that differ from an ordinary disk, as in {@code cache=none io=native} */
    private static DiskSettings disk(String settings) {
        Map<String, String> words = new HashMap<>();
        for (String word : settings.split(" ")) {
            words.put(word.split("=")[0], word.contains("=") ? word.split("=")[1] : "yes");
        }
        return new DiskSettings(words.containsKey("empty") ? DiskSource.NONE : DiskSource.ofPath(words.getOrDefault("path", "/b")),
                words.getOrDefault("device", "disk"), words.getOrDefault("bus", "virtio"), words.getOrDefault("target", "vdb"),
                words.getOrDefault("format", "raw"), words.getOrDefault("cache", ""), words.getOrDefault("io", ""), words.getOrDefault("discard", ""),
                words.getOrDefault("zeroes", ""), Integer.parseInt(words.getOrDefault("thread", "0")), words.getOrDefault("serial", ""),
                words.containsKey("readonly"), words.containsKey("shared"));
    }

    private static List<DiskAdvice> on(String settings, String machine, DiskAdvice.Known known) {
        return DiskAdvice.on(disk(settings), XmlTree.parse(DOMAIN.formatted(machine)), "web", known);
    }

    @ParameterizedTest
    @CsvSource({
        "cache=none io=threads, ''",
        "cache=none io=native, ''",
        "io=native, !native-cached",
        "cache=writeback io=native, !native-cached",
        "cache=unsafe, unsafe",
        "shared cache=writeback, shared-cached shared-written",
        "shared cache=none readonly, ''",
        "shared cache=none format=qcow2, !shared-format shared-written",
        "bus=ide target=hda, ''",
        "bus=ide target=hda thread=1, !thread-bus",
        "bus=sata target=sda readonly, !readonly-bus",
        "bus=sata target=sda device=cdrom readonly, ''",
        "thread=2, ''",
        "thread=3, !thread-missing",
        "target=vda, !target-taken",
        "target=nvme0, !target-wrong",
        "serial=012345678901234567890, serial-long",
        "bus=scsi target=sda serial=012345678901234567890, ''",
        "serial=a/b, !serial-wrong",
        "zeroes=unmap, zeroes-kept",
        "zeroes=unmap discard=unmap, ''",
        "device=lun bus=scsi target=sda, !lun-file",
        "device=lun bus=scsi target=sda path=/dev/sdb, ''",
        "device=lun bus=scsi target=sda path=/dev/sdb format=qcow2, !lun-format",
        "empty, !no-image",
        "empty device=cdrom bus=sata target=sda, ''",
    })
    void whatLibvirtOrQemuAdviseAgainst(String settings, String advice) {
        assertEquals(advice, words(on(settings, "pc", DiskAdvice.Known.NOTHING)));
    }

    @Test
    void q35HasNoIde() {
        assertEquals("!ide-q35", words(on("bus=ide target=hda", "pc-q35-7.2", DiskAdvice.Known.NOTHING)));
    }

    @Test
    void theFormatIsWhatTheImageSays() {
        DiskAdvice.Known qcow2 = new DiskAdvice.Known("/b", Optional.of("qcow2"), Optional.empty());
        assertEquals("format-hidden", words(on("", "pc", qcow2)));
        assertEquals("", words(on("format=qcow2", "pc", qcow2)));
        assertEquals("format-wrong", words(on("format=vmdk", "pc", qcow2)));
    }

    @Test
    void whatCanBePluggedIsKnown() {
        assertTrue(DiskAdvice.hotplugs(disk("")));
        assertTrue(!DiskAdvice.hotplugs(disk("bus=sata")) && !DiskAdvice.hotplugs(disk("device=cdrom bus=scsi")));
    }

    /** The keys; what is refused with a mark before it. All of it has its words. */
    private static String words(List<DiskAdvice> all) {
        assertTrue(all.stream().allMatch(each -> each.why().in(Locale.ENGLISH).length() > 10
                && each.why().in(Locale.SIMPLIFIED_CHINESE).codePoints().anyMatch(Character::isIdeographic)));
        return String.join(" ", all.stream().map(each -> (each.refused() ? "!" : "") + each.why().key().replace("advice.", "")).toList());
    }
}
