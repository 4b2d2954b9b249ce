package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Eclipse knows libvirt's documents by their root element, and leaves other XML to others. */
@ExtendWith(FreshWorkbench.class)
class ContentTypeTest {

    private static final String XML = "org.eclipse.core.runtime.xml";

    @Test
    void kindsGoByTheRootElement() throws Exception {
        assertEquals(ours("domain"), type("<domain type='kvm'><name>a</name></domain>"));
        assertEquals(ours("pool"), type("<?xml version='1.0'?>\n<!-- images -->\n<pool type='dir'><name>a</name></pool>"));
        assertEquals(ours("volume"), type("<volume><name>a</name><capacity unit='GiB'>1</capacity></volume>"));
        assertEquals(ours("network"), type("<network><name>a</name><bridge name='virbr0'/></network>"));
        assertEquals(ours("secret"), type("<secret ephemeral='no'><usage type='ceph'><name>a</name></usage></secret>"));
        assertEquals(ours("fragment"), type("<disk type='file' device='disk'><source file='/a'/></disk>"));
        assertEquals(ours("snapshot"), type("<domainsnapshot><name>a</name></domainsnapshot>"));
    }

    @Test
    void aKindWithoutATypeOfItsOwnIsLibvirts() throws Exception {
        assertEquals(ours("libvirt"), type("<filterbinding><owner/></filterbinding>"));
    }

    @Test
    void otherXmlStaysWithOthers() throws Exception {
        assertEquals(XML, type("<project><name>a</name></project>"));
        assertEquals(XML, type("<domain><item key='a'/></domain>"));
        assertEquals(XML, type("<pool xmlns='urn:somebody'><name>a</name></pool>"));
        assertEquals(XML, type(""));
    }

    @Test
    void theEncodingIsStillFound() throws Exception {
        Charset latin = StandardCharsets.ISO_8859_1;
        assertEquals("ISO-8859-1", charset("<?xml version='1.0' encoding='ISO-8859-1'?><pool type='dir'><name>é</name></pool>", latin));
        assertEquals("UTF-16", charset("<?xml version='1.0' encoding='UTF-16'?><pool type='dir'><name>é</name></pool>", StandardCharsets.UTF_16));
    }

    @Test
    void aFileHasItsTypeOnceTheFirstLineIsSaved() {
        OpenFile file = OpenFile.open("new.xml", "");
        file.type("<pool type='dir'>").save();
        Ui.await("content type of the saved file", () -> ours("pool").equals(
                file.file().getContentDescription().getContentType().getId()));
    }

    @Test
    void aFileOfAnyNameOpensWithAllPartsIfItsRootElementIsLibvirts() throws Exception {
        try {
            OpenFile file = OpenFile.open("dumped", "<pool type='dir'>\n  <name|\n</pool>\n");
            assertEquals("<pool type='dir'>\n  <name>|</name>\n</pool>\n", file.type(">").contentWithCaret());
            assertEquals(ours("pool"), file.file().getContentDescription().getContentType().getId());
            OpenFile other = OpenFile.open("notes", "<pool|");
            assertEquals("<pool>|", other.type(">").contentWithCaret(), "what is not libvirt's when it opens is left alone");
        } finally {
            libvirt().removeFileSpec("dumped", IContentType.FILE_NAME_SPEC);
        }
    }

    @Test
    void aTextWithoutAFileGetsAllPartsAfterItsFirstLine() {
        Ui.run(() -> {
            IWorkbenchWizard wizard = PlatformUI.getWorkbench().getNewWizardRegistry()
                    .findWizard("org.eclipse.ui.editors.wizards.UntitledTextFileWizard").createWizard();
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            wizard.performFinish();
        });
        ITextEditor begun = (ITextEditor) Ui.get(() -> FreshWorkbench.page().getActiveEditor());
        Keyboard.type((StyledText) Ui.get(() -> begun.getAdapter(Control.class)), "<pool type='dir'>\n");
        Ui.await("an editor that knows libvirt", () -> FreshWorkbench.page().getActiveEditor() instanceof ITextEditor now && now != begun);
        ITextEditor now = (ITextEditor) Ui.get(() -> FreshWorkbench.page().getActiveEditor());
        StyledText text = (StyledText) Ui.get(() -> now.getAdapter(Control.class));
        Keyboard.type(text, "<name>");
        assertEquals("<pool type='dir'>\n<name></name>", Ui.get(text::getText).replaceAll("\n *", "\n"));
        assertTrue(Ui.get(now::isDirty), "it is still to be saved");
        assertEquals(1, (int) Ui.get(() -> FreshWorkbench.page().getEditorReferences().length), "editors");
    }

    private static IContentType libvirt() {
        return Platform.getContentTypeManager().getContentType(ours("libvirt"));
    }

    private static String ours(String kind) {
        return "dev.virtworkbench.editor." + kind;
    }

    private static String type(String text) throws Exception {
        return description(text, StandardCharsets.UTF_8).getContentType().getId();
    }

    private static String charset(String text, Charset encoding) throws Exception {
        return (String) description(text, encoding).getProperty(IContentDescription.CHARSET);
    }

    private static IContentDescription description(String text, Charset encoding) throws Exception {
        QualifiedName[] asked = IContentDescription.ALL;
        return Platform.getContentTypeManager()
                .getDescriptionFor(new ByteArrayInputStream(text.getBytes(encoding)), "a.xml", asked);
    }
}
