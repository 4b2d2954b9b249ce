package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.domains.ImageNeed;
import dev.virtworkbench.engine.domains.ImageNeed.Kind;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who is in the way of writing to an image: domains that run with it, whatever builds on it, whoever has it open. Images are told
 * by what the host's kernel takes for one file, so that links and other ways to it count.
 */
final class Guard {

    /** As many names on one command line. */
    private static final int MANY = 200;
    /** What {@code qemu-img check} ends with where a format has no check. */
    private static final int NO_CHECK = 63;
    /** Those that need it and do not have it open. */
    private static final Set<Kind> WAITING = Set.of(Kind.CHILD, Kind.BELOW);

    private final Programs programs;
    private final Supplier<ImageUse> use;
    private final Overlays overlays;

    /**
     * @param use what libvirt knows, asked anew each time
     * @param overlays the host's
     */
    Guard(Programs programs, Supplier<ImageUse> use, Overlays overlays) {
        this.programs = programs;
        this.use = use;
        this.overlays = overlays;
    }

    /** What is in the way, by whom it is known, and why QEMU does not open it where it is not that. */
    private record Reasons(List<ImageNeed> needs, Optional<VirtException> notOpened) {

        List<Message> why() {
            return Stream.concat(needs.stream().map(ImageNeed::why), notOpened.map(VirtException::why).stream()).toList();
        }
    }

    /** Fails the job if anybody is in the way of writing to the image. */
    void beforeWriting(String path) {
        beforeWriting(List.of(path));
    }

    /**
     * Fails the job if anybody is in the way of writing to all of a chain but for what the chain itself is.
     *
     * @param chain paths, each building on the next
     */
    void beforeWriting(List<String> chain) {
        ImageUse now = known(chain);
        chain.stream().map(path -> reasons(path, chain, now)).reduce(Guard::both).ifPresent(this::refuse);
    }

    /** Fails the job if anybody has an image open that cannot be read; what builds on it waits for its being mended. */
    void beforeMending(String path) {
        Reasons all = reasons(path, List.of(path), known(List.of(path)));
        refuse(new Reasons(all.needs().stream().filter(need -> !WAITING.contains(need.kind())).toList(), all.notOpened()));
    }

    /** Fails the job if a running domain writes to the image: what would build on it, or be copied from it, were no state of a disk. */
    void beforeBuildingOn(String path) {
        refuse(new Reasons(writers(path), Optional.empty()));
    }

    /** The running domains that write to the image. */
    List<Message> writing(String path) {
        return writers(path).stream().map(ImageNeed::why).toList();
    }

    private List<ImageNeed> writers(String path) {
        ImageUse now = use.get();
        return same(path, now.images()).stream().flatMap(each -> now.domains(each).stream()).filter(user -> user.running() && user.directly())
                .map(user -> new ImageNeed(Kind.WRITING, path, user.domain(), user.target())).distinct().toList();
    }

    /** All that is in the way of writing to the image; empty if nothing is. */
    List<Message> reasons(String path) {
        return reasons(path, List.of(path), known(List.of(path))).why();
    }

    /** What QEMU says of an image that somebody has open; empty if nobody has, or it cannot be asked. */
    Optional<Message> locked(String path) {
        return notOpened(path).filter(Guard::locked).map(VirtException::why);
    }

    /** Whether there is a file of that name, or a link to one. */
    boolean present(String path) {
        return programs.run(List.of("test", "-e", path), Set.of(0, 1)).code() == 0;
    }

    /** The image's path as it was given, and the one that it leads to. */
    Set<String> names(String path) {
        Set<String> names = new LinkedHashSet<>(List.of(path));
        // of what is in no folder that there is, or that may be looked into, there is no other
        String real = programs.run(List.of("readlink", "-f", "-n", "--", path), Set.of(0, 1)).output();
        if (!real.isEmpty()) {
            names.add(real);
        }
        return names;
    }

    /** Whether the host takes one of the others for the same file. */
    boolean among(String path, Collection<String> others) {
        return !same(path, others).isEmpty();
    }

    private Reasons reasons(String path, List<String> chain, ImageUse now) {
        Set<ImageNeed> needs = new LinkedHashSet<>();
        Set<String> top = same(chain.getFirst(), now.images());
        Set<String> known = same(path, now.images());
        known.add(path);
        for (String each : known) {
            now.domains(each).stream().filter(user -> user.running() || (user.directly() ? !path.equals(chain.getFirst()) : !through(user, top, now)))
                    .forEach(user -> needs.add(ImageNeed.of(path, user)));
        }
        Set<String> children = new LinkedHashSet<>();
        known.forEach(each -> children.addAll(now.children(each)));
        children.stream().filter(child -> !among(child, chain)).forEach(child -> needs.add(new ImageNeed(Kind.CHILD, path, child, "")));
        return new Reasons(List.copyOf(needs), notOpened(path));
    }

    private static Reasons both(Reasons some, Reasons more) {
        return new Reasons(Stream.concat(some.needs().stream(), more.needs().stream()).toList(), some.notOpened().or(more::notOpened));
    }

    /** Whether that disk uses the lower image only as the upper one's, whose own use is asked apart. */
    private static boolean through(ImageUse.ByDomain user, Set<String> top, ImageUse now) {
        return top.stream().flatMap(each -> now.domains(each).stream())
                .anyMatch(upper -> upper.domain().equals(user.domain()) && upper.target().equals(user.target()) && upper.directly());
    }

    /** Who uses what, and what builds on an image beside one of these, though no pool shows it. */
    private ImageUse known(List<String> paths) {
        return overlays.besides(use.get(), programs, paths.stream().flatMap(path -> names(path).stream())
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1)).distinct().toList());
    }

    /** Those of the names that lead to the same file. */
    Set<String> same(String path, Collection<String> names) {
        Set<String> same = new LinkedHashSet<>();
        List<String> all = new ArrayList<>(names);
        for (int from = 0; from < all.size(); from += MANY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MANY)).stream().filter(name -> name.startsWith("/")).toList();
            String output = programs.run(Programs.words(List.of("stat", "-L", "--printf", "%d:%i:%n\\0", "--", path), some), Set.of(0, 1)).output();
            String identity = null;
            for (String line : output.split("\0")) {
                String[] parts = line.split(":", 3);
                if (parts.length == 3) {
                    String its = parts[0] + ":" + parts[1];
                    identity = identity == null && parts[2].equals(path) ? its : identity;
                    if (Objects.equals(identity, its) && all.contains(parts[2])) {
                        same.add(parts[2]);
                    }
                }
            }
        }
        if (all.contains(path)) {
            same.add(path);
        }
        return same;
    }

    /**
     * QEMU's own locks and the file's mode, asked the way that a writer would: to repair a raw image is to open it and find that there
     * is nothing to do.
     */
    private Optional<VirtException> notOpened(String path) {
        try {
            new QemuImg("check").option("-r", "leaks").open(new Image(path, "raw")).run(programs, Set.of(NO_CHECK));
            return Optional.empty();
        } catch (VirtException e) {
            return Optional.of(e);
        }
    }

    private void refuse(Reasons reasons) {
        if (reasons.why().isEmpty()) {
            return;
        }
        List<ImageNeed> needs = reasons.needs().isEmpty() ? reasons.notOpened().filter(Guard::locked)
                .map(failure -> List.of(new ImageNeed(Kind.LOCKED, programs.object(), failure.why(), ""))).orElse(List.of()) : reasons.needs();
        Message hint = needs.isEmpty() ? reasons.notOpened().flatMap(VirtException::hint).orElse(null) : ImageNeed.advice(programs.operation(), needs);
        throw VirtException.refused(programs.operation(), programs.object(), reasons.why(), hint);
    }

    /** Whether that is about QEMU's locks: nothing but the advice turns on it. */
    private static boolean locked(VirtException failure) {
        return failure.hint().filter(hint -> hint.key().equals("advice.locked")).isPresent();
    }
}
