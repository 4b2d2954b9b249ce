package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What undefining a domain does with things that libvirt keeps for it. Without them libvirt refuses where there are such. */
public enum Undefine {
    MANAGED_SAVE(1, "--managed-save"),
    SNAPSHOTS_METADATA(2, "--snapshots-metadata"),
    NVRAM(4, "--nvram"),
    KEEP_NVRAM(8, "--keep-nvram"),
    CHECKPOINTS_METADATA(16, "--checkpoints-metadata"),
    TPM(32, "--tpm"),
    KEEP_TPM(64, "--keep-tpm");

    final int flag;
    final String option;

    /** @param flag of {@code virDomainUndefineFlagsValues} */
    Undefine(int flag, String option) {
        this.flag = flag;
        this.option = option;
    }

    /** Those that a domain calls for. */
    static Set<Undefine> of(DomainCalls.Kept kept, String xml) {
        Set<Undefine> all = EnumSet.noneOf(Undefine.class);
        if (kept.managedSave()) {
            all.add(MANAGED_SAVE);
        }
        if (kept.snapshots()) {
            all.add(SNAPSHOTS_METADATA);
        }
        if (kept.checkpoints()) {
            all.add(CHECKPOINTS_METADATA);
        }
        Optional<XmlElement> domain = XmlTree.parse(xml).root();
        if (domain.filter(Undefine::keepsVariables).isPresent()) {
            all.addAll(Set.of(NVRAM, KEEP_NVRAM));
        }
        if (domain.filter(Undefine::keepsTpm).isPresent()) {
            all.addAll(Set.of(TPM, KEEP_TPM));
        }
        return Collections.unmodifiableSet(all);
    }

    /** Firmware of that kind has a file of its own, which is made when the domain starts, and without which libvirt forgets nothing. */
    static boolean keepsVariables(XmlElement domain) {
        return domain.element("os").filter(os -> os.value("firmware").equals("efi")
                || os.element("loader").filter(loader -> !loader.value("type").equals("rom")).isPresent() || os.element("nvram").isPresent()).isPresent();
    }

    private static boolean keepsTpm(XmlElement domain) {
        return domain.element("devices").stream().flatMap(devices -> devices.elements("tpm").stream())
                .flatMap(tpm -> tpm.element("backend").stream()).anyMatch(backend -> backend.value("type").equals("emulator"));
    }

    /** What it does, for people. */
    public Message explanation() {
        return Message.of(Undefine.class, "undefine." + this);
    }
}
