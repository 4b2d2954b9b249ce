package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.domains.ImageUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of some folders build on an image, or have their data in one, by their own headers: libvirt tells that of volumes only,
 * and as it was when their pool was refreshed. A folder may have thousands of files: the first bytes of a file tell whether it can build
 * on another, only those that can are asked by {@code qemu-img}, and no file again before it was written to. One for all jobs of a host;
 * safe to use from any thread.
 */
final class Overlays {

    /** As many names on one command line. */
    private static final int MANY = 200;
    /** Each file, by what the kernel takes for one: whether that name is a link, which file it is, and what changes when it is written to. */
    private static final String LISTED = "%D:%i %s:%T@:%C@ %p\\0";
    /** What {@code head} says of each file. */
    private static final Pattern HEAD = Pattern.compile("(?:^|\n)==> (.+?) <==\n(.{0,3}?)(?=\n==> |\\z)", Pattern.DOTALL);
    /** QCOW, QED and VMDK; of VMDK there are texts, too, with comments and empty lines before the first word. */
    private static final Pattern MAY_BUILD = Pattern.compile("QFI|QED|KDM|COW|[# \r\nv].*", Pattern.DOTALL);

    /** By the path of a file what is known of it. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param needs the paths of what it builds on and has its data in, as they are found from here */
    private record Known(String state, Set<String> needs) { }

    /** @param file which file it is for the kernel */
    private record Name(String path, boolean link, String file, String state) { }

    /**
     * What libvirt knows of who uses which image, and the files that build on one besides: in the folders of all pools and of all disks of domains.
     *
     * @param more folders that are looked through as well
     */
    ImageUse besides(ImageUse use, Programs programs, Collection<String> more) {
        return use.with(children(programs, Stream.concat(use.folders().stream(), more.stream()).collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    /** By each path of an image, all names that lead to it among them, the files that need it. */
    private Map<String, Set<String>> children(Programs programs, Set<String> folders) {
        Map<String, List<Name>> files = files(programs, folders);
        List<Name> asked = files.values().stream().map(List::getFirst).filter(name -> !name.path().startsWith("/dev/")).toList();
        learn(programs, folders, asked.stream().filter(name -> !isKnown(name)).toList());
        Map<String, Set<String>> children = new LinkedHashMap<>();
        for (Name child : asked) {
            if (isKnown(child)) {
                known.get(child.path()).needs().forEach(needed -> children.computeIfAbsent(needed, key -> new LinkedHashSet<>()).add(child.path()));
            }
        }
        Map<String, Set<String>> byName = new LinkedHashMap<>(children);
        leads(programs, List.copyOf(children.keySet())).forEach((needed, file) -> files.getOrDefault(file, List.of()).forEach(name ->
                byName.merge(name.path(), children.get(needed), (some, others) -> Stream.concat(some.stream(), others.stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)))));
        return byName;
    }

    private boolean isKnown(Name name) {
        Known before = known.get(name.path());
        return before != null && before.state().equals(name.state());
    }

    /** All that may be images by what the kernel takes for one file; of its names those that are no links come first. */
    private static Map<String, List<Name>> files(Programs programs, Set<String> folders) {
        Map<String, List<Name>> files = new TreeMap<>();
        for (String line : find(programs, folders, "(", "-type", "f", "-o", "-type", "b", ")", "(", "-xtype", "l", "-printf", "link " + LISTED,
                "-o", "-printf", "file " + LISTED, ")").split("\0")) {
            String[] parts = line.split(" ", 4);
            if (parts.length == 4) {
                List<Name> names = files.computeIfAbsent(parts[1], key -> new ArrayList<>());
                Name name = new Name(parts[3], parts[0].equals("link"), parts[1], parts[2]);
                names.add(name.link() ? names.size() : 0, name);
            }
        }
        return files;
    }

    /** Looks into files that nothing is known of. What cannot be read stays unknown. */
    private void learn(Programs programs, Set<String> folders, List<Name> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        Map<String, Name> names = new LinkedHashMap<>();
        unknown.forEach(name -> names.put(name.path(), name));
        List<Name> images = new ArrayList<>();
        // a command for some of them each would take its time over ssh
        Matcher heads = HEAD.matcher(find(programs, names.size() <= MANY ? names.keySet() : folders, "-type", "f", "-exec", "head", "-v", "-c", "3", "--", "{}", "+"));
        while (heads.find()) {
            Name name = names.get(heads.group(1));
            if (name != null && MAY_BUILD.matcher(heads.group(2)).matches()) {
                images.add(name);
            } else if (name != null) {
                known.put(name.path(), new Known(name.state(), Set.of()));
            }
        }
        for (int from = 0; from < images.size(); from += MANY) {
            if (images.size() > MANY) {
                programs.task().progress(from, images.size());
            }
            new Reading(programs).headers(images.subList(from, Math.min(images.size(), from + MANY)).stream().map(Name::path).toList())
                    .forEach((path, info) -> known.put(path, new Known(names.get(path).state(), info.needs())));
        }
    }

    /** @param from folders or files, by absolute paths: those are never taken for options */
    private static String find(Programs programs, Collection<String> from, String... what) {
        List<String> places = from.stream().filter(path -> path.startsWith("/")).toList();
        // without a place it would look where it runs; what is not there, or not for this person, has nothing to show
        return places.isEmpty() ? "" : programs.run(Programs.words(Programs.words(List.of("find", "-L"), places),
                Stream.concat(Stream.of("-maxdepth", "1"), Stream.of(what)).toList()), Set.of(0, 1)).output();
    }

    /** Which file each path leads to, of those that lead to one. */
    private static Map<String, String> leads(Programs programs, List<String> paths) {
        Map<String, String> leads = new LinkedHashMap<>();
        List<String> local = paths.stream().filter(path -> path.startsWith("/")).toList();
        for (int from = 0; from < local.size(); from += MANY) {
            String output = programs.run(Programs.words(List.of("stat", "-L", "--printf", "%d:%i %n\\0", "--"),
                    local.subList(from, Math.min(local.size(), from + MANY))), Set.of(0, 1)).output();
            for (String line : output.split("\0")) {
                String[] parts = line.split(" ", 2);
                if (parts.length == 2) {
                    leads.put(parts[1], parts[0]);
                }
            }
        }
        return leads;
    }
}
