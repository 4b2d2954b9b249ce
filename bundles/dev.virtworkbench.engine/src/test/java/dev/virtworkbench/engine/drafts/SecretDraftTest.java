package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets for everything that libvirt has them for are taken by its schema. */
class SecretDraftTest {

    @ParameterizedTest
    @EnumSource(SecretType.class)
    void libvirtTakesEveryType(SecretType type) {
        String usage = type == SecretType.VOLUME ? "/srv/a disk & more.qcow2" : "san-chap";
        SecretDraft draft = new SecretDraft(type, ' ' + usage, "for <people> & others", true, false);
        assertEquals(List.of(), Judged.errors(DocumentKind.SECRET, draft.xml()), draft::xml);
        XmlElement root = XmlTree.parse(draft.xml()).root().orElseThrow();
        XmlElement named = root.element("usage").orElseThrow();
        assertEquals(type.word(), named.value("type"));
        assertEquals(usage, named.elements().getFirst().text());
        assertEquals("for <people> & others", root.element("description").orElseThrow().text());
    }

    @Test
    void whatIsNotStatedIsNotThere() {
        assertEquals("""
                <secret ephemeral='yes' private='no'>
                  <usage type='iscsi'>
                    <target>san-chap</target>
                  </usage>
                </secret>
                """, new SecretDraft(SecretType.ISCSI, "san-chap", "", false, true).xml());
    }
}
