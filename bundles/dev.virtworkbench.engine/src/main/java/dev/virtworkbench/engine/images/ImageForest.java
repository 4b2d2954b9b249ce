package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Images as trees, at one moment: each stands on the one it builds on. What is told of an image was guessed from its contents, which is
 * good for looking only.
 */
public final class ImageForest {

    /** Whether an image can be looked at. */
    public enum State {
        THERE,
        /** Something builds on it or uses it, and there is no such file: what does is broken. */
        MISSING,
        /** It is there, but what it is cannot be told. */
        UNREADABLE,
        /** It is no file or device of the host: something that is reached over a network. */
        ELSEWHERE
    }

    /**
     * One of the images.
     *
     * @param path the name it was found by first, absolute; of one that is elsewhere the name that its header has
     * @param info what it is; present if it is there
     * @param why in qemu-img's words why it is not known; empty if it is
     * @param base path of what it builds on, as that one's {@code path} is; empty if on nothing
     * @param users the domains' disks that are this image itself
     */
    public record Member(String path, State state, Optional<ImageInfo> info, Optional<Message> why, Optional<String> base,
            List<ImageUse.ByDomain> users) {

        public Member {
            users = List.copyOf(users);
        }

        /** Whether a domain runs with it. */
        public boolean running() {
            return users.stream().anyMatch(ImageUse.ByDomain::running);
        }
    }

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Member>> overlays = new LinkedHashMap<>();

    ImageForest(Collection<Member> all) {
        for (Member member : all) {
            members.put(member.path(), member);
            member.base().ifPresent(base -> overlays.computeIfAbsent(base, path -> new ArrayList<>()).add(member));
        }
    }

    /** All of them, in the order of their paths. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** The one with that path. */
    public Optional<Member> member(String path) {
        return Optional.ofNullable(members.get(path));
    }

    /** What it builds on; empty if on nothing. */
    public Optional<Member> base(Member member) {
        return member.base().flatMap(this::member);
    }

    /** What builds on it and on nothing between. */
    public List<Member> overlays(Member member) {
        return List.copyOf(overlays.getOrDefault(member.path(), List.of()));
    }

    /** Those that all others stand on: they build on nothing; and of each circle, which no program can open, one. */
    public List<Member> roots() {
        List<Member> roots = new ArrayList<>(members.values().stream().filter(each -> base(each).isEmpty()).toList());
        Set<Member> seen = new LinkedHashSet<>();
        roots.forEach(root -> climb(root, seen));
        for (Member member : members.values()) {
            if (!seen.contains(member)) {
                roots.add(member);
                climb(member, seen);
            }
        }
        return roots;
    }

    private void climb(Member from, Set<Member> seen) {
        List<Member> next = new ArrayList<>(List.of(from));
        while (!next.isEmpty()) {
            Member member = next.removeLast();
            if (seen.add(member)) {
                next.addAll(overlays(member));
            }
        }
    }

    /** Whether something that it builds on, near or far, is not there. */
    public boolean broken(Member member) {
        Set<String> seen = new LinkedHashSet<>();
        Optional<Member> at = base(member);
        while (at.isPresent() && seen.add(at.get().path())) {
            if (at.get().state() == State.MISSING) {
                return true;
            }
            at = base(at.get());
        }
        return false;
    }
}
