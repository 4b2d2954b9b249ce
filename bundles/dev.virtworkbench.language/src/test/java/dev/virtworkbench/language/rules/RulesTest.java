package dev.virtworkbench.language.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final String RELATIVE = "<pool type='dir'><name>a</name><target><path>images</path></target></pool>";

    @Test
    void findingsAreLabelledAsRules() {
        Finding finding = check(RELATIVE, List.of()).get(0);

        assertEquals("libvirt rule", finding.source().label());
        assertEquals("target-path", finding.code());
        assertEquals("https://libvirt.org/formatstorage.html#storage-pool-target-elements",
                finding.page().orElseThrow().toString());
        assertEquals("“images”不是绝对路径：libvirt 没有当前目录，也不展开 ~ 和变量",
                finding.text(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aSpotThatTheSchemaTellsOfIsLeftToIt() {
        int at = RELATIVE.indexOf("images");

        assertEquals(List.of(), check(RELATIVE, List.of(told(at, at + 6))));
        assertEquals(List.of(), check(RELATIVE, List.of(told(0, 5), told(at + 2, at + 4), told(at + 20, at + 21))));
        assertEquals(1, check(RELATIVE, List.of(told(0, at), told(at + 6, at + 9))).size());
        assertEquals(1, check(RELATIVE, List.of(told(at - 5, at - 1), told(at + 8, at + 9))).size());
    }

    @Test
    void whatIsMissingMayBeMisspelt() {
        String misspelt = "<pool type='dir'><name>a</name><taget><path>/srv</path></taget></pool>";
        int at = misspelt.indexOf("taget");

        assertEquals(1, check(misspelt, List.of()).size());
        assertEquals(List.of(), check(misspelt, List.of(told(at, at + 5))));
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        ResourceBundle.Control exact = ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES);
        String name = Rules.class.getPackageName() + ".messages";
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT, exact);
        ResourceBundle chinese = ResourceBundle.getBundle(name, Locale.SIMPLIFIED_CHINESE, exact);

        for (String key : english.keySet()) {
            assertFalse(english.getString(key).equals(chinese.getString(key)), key + " is not translated");
        }
        assertEquals(english.keySet(), chinese.keySet());
        for (Rule rule : Rules.all()) {
            assertFalse(rule.title().in(Locale.ENGLISH).isEmpty() || rule.why().in(Locale.ENGLISH).isEmpty());
        }
    }

    @Test
    void deepNestingDoesNoHarm() {
        assertEquals(List.of(), check("<pool>".repeat(1_000) + "</pool>".repeat(1_000), List.of()));
    }

    private static Finding told(int start, int end) {
        return new Finding(Source.SCHEMA, "some", Severity.ERROR, new Span(start, end),
                Message.of(Rule.class, "target-path.title"), null, List.of(), List::of);
    }

    private static List<Finding> check(String text, List<Finding> known) {
        return Rules.check(new RuleContext(XmlTree.parse(text), WorkspaceFacts.NONE, known));
    }
}
