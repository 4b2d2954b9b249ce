package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.rules.Rule;
import dev.virtworkbench.language.rules.Rules;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is chosen in the preferences about documents holds at once, in open editors and for files that none has open. */
@ExtendWith(FreshWorkbench.class)
class DocumentSettingsTest {

    private static final String MARKER = "dev.virtworkbench.editor.finding";
    private static final String FINDINGS = "findings";
    private static final String EDITING = "editing";
    private static final String REPORT = "Report what is wrong while typing";
    private static final String SIZES = "Show sizes in units that people read behind them";
    private static final String CLOSING = "Insert the closing tag when the > of a start tag is typed";
    private static final String VOLUME = "<volume>\n  <name>a</name>\n  <capacity unit='GB'>20</capacity>\n  <target/>\n</volume>\n";

    @AfterEach
    void everythingIsAsUsualAgain() {
        for (String page : List.of(FINDINGS, EDITING)) {
            Shell dialog = open(page);
            Widgets.press(Widgets.button(dialog, "Restore Defaults"));
            close(dialog);
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void howSeriousARuleIs() throws Exception {
        OpenFile open = OpenFile.open("open.xml", VOLUME);
        IFile closed = open.file().getProject().getFile("closed.xml");
        Ui.run(() -> closed.create(VOLUME.getBytes(StandardCharsets.UTF_8), true, false, null));
        List<IFile> files = List.of(open.file(), closed);
        awaitSeverities(files, IMarker.SEVERITY_INFO);
        Shell dialog = open(FINDINGS);
        choose(dialog, decimalUnit(), "Error");
        Screenshots.take("preferences-findings");
        close(dialog);
        awaitSeverities(files, IMarker.SEVERITY_ERROR);
        dialog = open(FINDINGS);
        choose(dialog, decimalUnit(), "Off");
        close(dialog);
        awaitSeverities(files);
        dialog = open(FINDINGS);
        choose(dialog, decimalUnit(), "As usual (Information)");
        close(dialog);
        awaitSeverities(files, IMarker.SEVERITY_INFO);
    }

    @Test
    void whetherAnythingIsReportedAndInWhichLanguage() {
        OpenFile file = OpenFile.open("open.xml", VOLUME);
        awaitSeverities(List.of(file.file()), IMarker.SEVERITY_INFO);
        Shell dialog = open(EDITING);
        choose(dialog, "Language of messages and explanations", "简体中文");
        close(dialog);
        Ui.await("a finding in Chinese", () -> Arrays.stream(markers(file.file()))
                .anyMatch(each -> each.getAttribute(IMarker.MESSAGE, "").codePoints().anyMatch(Character::isIdeographic)));
        dialog = open(FINDINGS);
        Widgets.press(Widgets.button(dialog, REPORT));
        close(dialog);
        awaitSeverities(List.of(file.file()));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatTheEditorDoesForWhoWrites() {
        String domain = "<domain type='kvm'>\n  <name>a</name>\n\n\n  <memory>1048576</memory>\n</domain>\n";
        OpenFile file = OpenFile.open("open.xml", domain);
        Ui.await("a size", () -> showsSize(file));
        Shell dialog = open(EDITING);
        Widgets.press(Widgets.button(dialog, SIZES));
        Widgets.press(Widgets.button(dialog, CLOSING));
        Text lines = Widgets.labelled(dialog, "How many empty lines in a row formatting keeps", Text.class);
        Ui.run(() -> lines.setText("2"));
        Screenshots.take("preferences-editing");
        close(dialog);
        Ui.await("no size", () -> !showsSize(file));
        assertEquals(domain, file.execute("dev.virtworkbench.editor.format").content(), "two empty lines stay");
        file.caretBehind("</memory>").type("<os>");
        assertEquals(domain.replace("</memory>", "</memory><os>"), file.content(), "no end tag comes by itself");
    }

    private static String decimalUnit() {
        return Rules.all().stream().filter(rule -> rule.id().equals("decimal-unit")).map(Rule::title).findFirst().orElseThrow().in(Locale.ENGLISH);
    }

    private static Shell open(String page) {
        Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(FreshWorkbench.window().getShell(), "dev.virtworkbench.preferences." + page,
                null, null).open());
        return Widgets.shell("Preferences");
    }

    private static void choose(Shell dialog, String label, String choice) {
        Combo combo = Widgets.labelled(dialog, label, Combo.class);
        Ui.run(() -> {
            int index = combo.indexOf(choice);
            assertEquals(choice, index < 0 ? List.of(combo.getItems()).toString() : combo.getItem(index));
            combo.select(index);
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static void close(Shell dialog) {
        Widgets.press(Widgets.button(dialog, "Apply and Close"));
        Ui.await("closed preferences", dialog::isDisposed);
    }

    private static IMarker[] markers(IFile file) throws Exception {
        return file.findMarkers(MARKER, true, IResource.DEPTH_ZERO);
    }

    private static void awaitSeverities(List<IFile> files, Integer... severities) {
        for (IFile file : files) {
            Ui.await(file.getName() + ": findings of severity " + List.of(severities), () -> List.of(severities).equals(
                    Stream.of(markers(file)).map(each -> each.getAttribute(IMarker.SEVERITY, -1)).toList()));
        }
    }

    /** Sizes are painted into room that a character leaves. */
    private static boolean showsSize(OpenFile file) {
        int behind = file.document().get().indexOf("</memory>");
        return Arrays.stream(file.text().getStyleRanges(behind - 1, 2)).map(style -> ((StyleRange) style).metrics)
                .anyMatch(metrics -> metrics != null && metrics.width > 0);
    }
}
