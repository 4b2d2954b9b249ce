package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.lvm.VolumeGroup;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What LVM takes for names of groups and volumes (lvm(8), “Valid names”). */
final class Names {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_+.][A-Za-z0-9_+.-]{0,126}");
    /** LVM's own volumes within a group are called so. */
    private static final Pattern RESERVED = Pattern.compile("(snapshot|pvmove).*|.*(_cdata|_cmeta|_corig|_mlog|_mimage|_pmspare|_rimage|_rmeta|_tdata|_tmeta|_vorigin|_vdata).*");

    private Names() { }

    /** What is wrong with the name of a new group; empty if nothing is. */
    static Optional<String> problemOfGroup(String name, List<VolumeGroup> known) {
        if (known.stream().anyMatch(group -> group.name().equals(name))) {
            return Optional.of(Texts.get("name.taken", name));
        }
        return problem(name);
    }

    /** What is wrong with the name of a new volume of a group; empty if nothing is. */
    static Optional<String> problemOfVolume(String name, VolumeGroup group) {
        if (group.volume(name).isPresent()) {
            return Optional.of(Texts.get("name.taken-volume", group.name(), name));
        }
        return RESERVED.matcher(name).matches() ? Optional.of(Texts.get("name.reserved")) : problem(name);
    }

    private static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of(Texts.get("name.empty"));
        }
        return VALID.matcher(name).matches() && !name.equals(".") && !name.equals("..") ? Optional.empty() : Optional.of(Texts.get("name.wrong"));
    }
}
