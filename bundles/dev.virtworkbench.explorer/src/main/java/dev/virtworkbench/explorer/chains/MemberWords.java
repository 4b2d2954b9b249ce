package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.images.ImageForest;
import dev.virtworkbench.engine.images.ImageForest.Member;
import dev.virtworkbench.engine.images.ImageForest.State;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An image of a forest in words.
 *
 * @param running whether the domain with that name runs now
 */
record MemberWords(ImageForest forest, Predicate<ImageUse.ByDomain> running) {

    /** What it is called in its box. */
    String name(Member member) {
        return member.state() == State.ELSEWHERE ? member.path() : member.path().substring(member.path().lastIndexOf('/') + 1);
    }

    /** What it is, in a line. */
    String what(Member member) {
        return member.info().map(info -> Texts.get("box.info", info.format(), Bytes.of(info.virtualSize()), Bytes.of(info.onDisk())))
                .orElseGet(() -> Texts.get("box." + member.state()));
    }

    /** Who uses it, in a line; else where it is that is missing; may be empty. */
    String more(Member member) {
        if (member.state() == State.MISSING) {
            return member.path();
        }
        return member.users().stream().map(user -> Texts.get("box.user", user.domain(), user.target())).collect(Collectors.joining(", "));
    }

    boolean running(Member member) {
        return member.users().stream().anyMatch(running);
    }

    /** All of it, in lines. */
    String details(Member member) {
        List<String> lines = new ArrayList<>(List.of(member.path()));
        member.info().ifPresentOrElse(info -> lines.add(info(info)), () -> lines.add(Texts.get("details." + member.state())));
        member.why().filter(why -> member.state() == State.UNREADABLE).map(Words::of).ifPresent(lines::add);
        forest.base(member).ifPresent(base -> lines.add(Texts.get(base.state() == State.MISSING ? "details.lost" : "details.base", base.path())));
        if (forest.base(member).filter(base -> base.state() != State.MISSING).isPresent() && forest.broken(member)) {
            lines.add(Texts.get("details.broken"));
        }
        int overlays = forest.overlays(member).size();
        if (overlays > 0) {
            lines.add(Texts.get("details.overlays", overlays));
        }
        member.users().forEach(user -> lines.add(Texts.get(running.test(user) ? "details.runs" : "details.off", user.domain(), user.target())));
        return String.join("\n", lines);
    }

    private static String info(ImageInfo info) {
        return Texts.get("details.info", info.format(), Bytes.of(info.virtualSize()), Bytes.of(info.onDisk()),
                info.snapshots().size(), info.encrypted() ? 1 : 0);
    }

    /** Whether that is somewhere in what is said of it. */
    boolean has(Member member, String part) {
        return (member.path() + "\n" + more(member)).toLowerCase().contains(part.toLowerCase());
    }
}
