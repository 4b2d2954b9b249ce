package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names, values and comments have their colours at once. */
@ExtendWith(FreshWorkbench.class)
class ColouringTest {

    private static final String DOMAIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- A machine with one disk -->
            <domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
              <name>web &amp; mail</name>
              <memory unit="GiB">4</memory>
              <vcpu>2</vcpu>
              <devices>
                <disk type="file" device="disk">
                  <driver name="qemu" type="qcow2"/>
                  <source file="/var/lib/libvirt/images/web.qcow2"/>
                  <target dev="vda" bus="virtio"/>
                </disk>
              </devices>
              <qemu:commandline>
                <qemu:arg value="-snapshot"/>
              </qemu:commandline>
            </domain>
            """;

    @Test
    @Tag(Screenshots.TAG)
    void everyTokenHasItsColour() {
        OpenFile file = OpenFile.open("web.xml", DOMAIN);
        Ui.await("colours", () -> colour(file, "domain type") != null);
        assertEquals(theme("tag"), shown(file, "domain type"));
        assertEquals(theme("attribute"), shown(file, "type=\"kvm"));
        assertEquals(theme("value"), shown(file, "kvm"));
        assertEquals(theme("unit"), shown(file, "GiB"));
        assertEquals(theme("number"), shown(file, "4</memory"));
        assertEquals(theme("reference"), shown(file, "&amp;"));
        assertEquals(theme("comment"), shown(file, "machine with"));
        assertEquals(theme("instruction"), shown(file, "<?xml"));
        assertEquals(theme("prefix"), shown(file, "qemu:arg"));
        assertNull(shown(file, ">4</memory"), "delimiters have the editor's own colour");
        assertNotEquals(theme("tag"), theme("value"));
        file.picture("editor-colours");
    }

    @Test
    void coloursFollowWhatIsTyped() {
        OpenFile file = OpenFile.open("typed.xml", "<pool type='dir'>\n|  <name>a</name>\n  <uuid/> -->\n</pool>\n");
        file.type("<!--");
        assertEquals(theme("comment"), shown(file, "name>a"));
        assertEquals(theme("comment"), shown(file, "uuid"));
        assertEquals(theme("tag"), shown(file, "pool>"));
        file.type("\b\b\b\b");
        assertEquals(theme("tag"), shown(file, "name>a"));
        assertEquals(theme("tag"), shown(file, "uuid"));
    }

    @Test
    void anEmptyFileIsColouredFromItsFirstCharacters() {
        OpenFile file = OpenFile.open("empty.xml", "|");
        file.type("<pool");
        assertEquals(theme("tag"), shown(file, "pool"));
    }

    @Test
    void somebodyElsesXmlIsLeftAlone() {
        OpenFile file = OpenFile.open("pom.xml", "<project>\n  <name>a</name>\n</project>\n");
        assertNull(shown(file, "project"));
    }

    private static RGB shown(OpenFile file, String words) {
        return Ui.get(() -> colour(file, words));
    }

    private static RGB colour(OpenFile file, String words) {
        StyleRange style = file.text().getStyleRangeAtOffset(file.document().get().indexOf(words));
        return style == null || style.foreground == null ? null : style.foreground.getRGB();
    }

    private static RGB theme(String token) {
        return Ui.get(() -> PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry()
                .getRGB("dev.virtworkbench.editor.colour." + token));
    }
}
