package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Finished;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.images.ImageForest.Member;
import dev.virtworkbench.engine.images.ImageForest.State;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Goes from image to image until all that is known to build on each other has been looked at, many with one command. An image is told
 * by its path without links, and called by the name it was met by first.
 */
final class ForestReading {

    /** As many with one command: often enough to tell how far it is, and over ssh not a connection for each. */
    private static final int MANY = 40;
    private static final String PLAIN = "raw";
    private static final String NO_FILE = "No such file or directory";

    private final Programs programs;
    private final Map<String, List<ImageUse.ByDomain>> users = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    /** By the path without links the name that it is called by. */
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Member> members = new TreeMap<>();
    private final Set<String> pending = new LinkedHashSet<>();

    ForestReading(Programs programs, Optional<ImageUse> use) {
        this.programs = programs;
        use.ifPresent(this::take);
    }

    private void take(ImageUse use) {
        List<String> paths = use.images().stream().filter(ForestReading::local).toList();
        List<String> real = real(paths);
        for (int i = 0; i < paths.size(); i++) {
            List<ImageUse.ByDomain> direct = use.domains(paths.get(i)).stream().filter(ImageUse.ByDomain::directly).toList();
            if (!direct.isEmpty()) {
                users.computeIfAbsent(real.get(i), key -> new ArrayList<>()).addAll(direct);
            }
            children.computeIfAbsent(real.get(i), key -> new ArrayList<>()).addAll(use.children(paths.get(i)));
        }
    }

    /**
     * Reads them.
     *
     * @param folders all files in which are looked at
     * @param used whether all that domains use is looked at as well, wherever it is
     * @param plain whether a file that has no header is meant to be an image, by its path; what something builds on or uses is one anyway
     */
    ImageForest read(Collection<String> folders, boolean used, Predicate<String> plain) {
        meet(files(folders));
        if (used) {
            meet(users.keySet());
        }
        int done = 0;
        while (!pending.isEmpty()) {
            List<String> some = pending.stream().limit(MANY).toList();
            some.forEach(pending::remove);
            look(some);
            done += some.size();
            programs.task().progress(done, done + pending.size());
        }
        Set<String> bases = new LinkedHashSet<>();
        members.values().forEach(member -> member.base().ifPresent(bases::add));
        return new ImageForest(members.values().stream().filter(member -> bases.contains(member.path()) || !member.users().isEmpty()
                || member.info().filter(info -> info.format().equals(PLAIN)).isEmpty() || plain.test(member.path())).toList());
    }

    private List<String> files(Collection<String> folders) {
        if (folders.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of("find", "-H"));
        command.addAll(folders);
        command.addAll(List.of("-maxdepth", "1", "-xtype", "f", "-printf", "%p\\0"));
        // a folder that is not there, or not for this person, has none to show
        return List.of(programs.run(command, Set.of(0, 1)).output().split("\0")).stream().filter(path -> !path.isEmpty()).sorted().toList();
    }

    /** Takes notice of images, by their paths as they were found. @return their names */
    private List<String> meet(Collection<String> paths) {
        List<String> all = List.copyOf(paths);
        List<String> met = new ArrayList<>();
        List<String> real = real(all);
        for (int i = 0; i < all.size(); i++) {
            String path = real.get(i);
            if (!names.containsKey(path)) {
                names.put(path, all.get(i));
                pending.add(path);
            }
            met.add(names.get(path));
        }
        return met;
    }

    private void look(List<String> some) {
        Map<String, ImageInfo> infos = new Reading(programs).headers(some);
        Map<String, String> bases = bases(infos.values());
        List<String> above = new ArrayList<>();
        for (String path : some) {
            Member member = infos.containsKey(path) ? known(path, infos.get(path), bases) : unknown(path);
            members.put(member.path(), member);
            above.addAll(children.getOrDefault(path, List.of()));
        }
        meet(above);
    }

    /** What they build on: by the path that their headers come to, the name that it is called by. */
    private Map<String, String> bases(Collection<ImageInfo> infos) {
        List<String> paths = infos.stream().flatMap(info -> info.backingPath().stream()).distinct().filter(ForestReading::local).toList();
        List<String> met = meet(paths);
        Map<String, String> bases = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            bases.put(paths.get(i), met.get(i));
        }
        return bases;
    }

    private Member known(String path, ImageInfo info, Map<String, String> bases) {
        Optional<String> base = info.backingPath().map(below -> local(below) ? bases.get(below) : elsewhere(below));
        return new Member(names.get(path), State.THERE, Optional.of(info), Optional.empty(), base, users.getOrDefault(path, List.of()));
    }

    private String elsewhere(String name) {
        members.putIfAbsent(name, new Member(name, State.ELSEWHERE, Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
        return name;
    }

    private Member unknown(String path) {
        Finished asked = programs.run(new QemuImg("info").option("-U").operand(path).command(), "", Set.of(0, 1));
        State state = asked.errors().contains(NO_FILE) ? State.MISSING : State.UNREADABLE;
        Message why = Message.of(ForestReading.class, "unknown", asked.errors().strip());
        return new Member(names.get(path), state, Optional.empty(), Optional.of(why), Optional.empty(), users.getOrDefault(path, List.of()));
    }

    private static boolean local(String path) {
        return path.startsWith("/");
    }

    /** The paths without links, also where nothing is. */
    private List<String> real(List<String> paths) {
        List<String> real = new ArrayList<>();
        for (int from = 0; from < paths.size(); from += MANY) {
            List<String> some = paths.subList(from, Math.min(paths.size(), from + MANY));
            Finished asked = programs.run(Programs.words(List.of("realpath", "-m", "-z", "--"), some), Set.of(0, 1));
            // of links that lead in a circle nobody knows where they lead: all keep their names then
            real.addAll(asked.code() == 0 ? List.of(asked.output().split("\0")) : some);
        }
        return real;
    }
}
