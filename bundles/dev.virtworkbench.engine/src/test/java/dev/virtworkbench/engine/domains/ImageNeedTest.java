package dev.virtworkbench.engine.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.ImageNeed.Kind;
import dev.virtworkbench.engine.errors.Operation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For each operation on images and each need of them: who is in the way, and the safe way. */
class ImageNeedTest {

    private static final Set<Operation> WRITING = EnumSet.of(Operation.IMAGE_CREATE, Operation.IMAGE_CONVERT, Operation.IMAGE_COPY, Operation.IMAGE_RESIZE,
            Operation.IMAGE_SNAPSHOT, Operation.IMAGE_REVERT, Operation.IMAGE_SNAPSHOT_DELETE, Operation.IMAGE_REBASE, Operation.IMAGE_COMMIT,
            Operation.IMAGE_AMEND, Operation.IMAGE_BITMAP, Operation.IMAGE_REPAIR, Operation.VOLUME_RESIZE, Operation.VOLUME_WIPE, Operation.VOLUME_UPLOAD,
            Operation.VOLUME_DELETE, Operation.LOGICAL_RESIZE, Operation.LOGICAL_REVERT, Operation.LOGICAL_RENAME);

    private static ImageNeed need(Kind kind) {
        return switch (kind) {
            case CHILD -> new ImageNeed(kind, "/srv/base", "/srv/top", "");
            case LOCKED -> new ImageNeed(kind, "/srv/base", "Failed to get lock", "");
            default -> new ImageNeed(kind, "/srv/base", "guest", "vdb");
        };
    }

    @Test
    void eachIsToldByNameInBothLanguages() {
        Set<String> used = new HashSet<>();
        for (Kind kind : Kind.values()) {
            for (Operation operation : WRITING) {
                ImageNeed need = need(kind);
                used.add(need.instead(operation).key());
                for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    String why = need.why().in(language);
                    String instead = need.instead(operation).in(language);
                    assertTrue(why.contains(String.valueOf(need.by())) && why.contains(need.disk()), why);
                    assertTrue(kind == Kind.LOCKED || kind == Kind.CHILD || why.contains("/srv/base"), why);
                    assertTrue(!(why + instead).matches(".*[{}].*"), why + instead);
                    boolean chinese = instead.codePoints().anyMatch(Character::isIdeographic);
                    assertEquals(language == Locale.SIMPLIFIED_CHINESE, chinese, instead);
                    String both = need.told(operation).in(language);
                    assertTrue(both.startsWith(why) && both.endsWith(instead), both);
                }
            }
        }
        assertEquals(ImageNeed.keys(), used, "no words that nobody ever reads");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RUNNING       | IMAGE_RESIZE          | grow disk vdb of “guest” by “While Running > Grow…” (blockresize)
            RUNNING       | VOLUME_RESIZE         | grow disk vdb of “guest” by “While Running > Grow…” (blockresize)
            RUNNING       | LOGICAL_RESIZE        | to make it smaller, shut the domain down first
            RUNNING       | IMAGE_COMMIT          | “While Running > Commit Down…” (blockcommit)
            RUNNING       | IMAGE_REBASE          | “While Running > Pull…” (blockpull)
            RUNNING       | IMAGE_SNAPSHOT        | take a snapshot of domain “guest”
            RUNNING       | IMAGE_REVERT          | revert domain “guest” to one of its snapshots
            RUNNING       | IMAGE_SNAPSHOT_DELETE | delete the snapshot of domain “guest”
            RUNNING       | IMAGE_CONVERT         | choose another name
            RUNNING       | IMAGE_REPAIR          | shut domain “guest” down first
            RUNNING       | IMAGE_AMEND           | “While Running > Copy…” (blockcopy)
            RUNNING       | VOLUME_DELETE         | detach it first
            RUNNING       | VOLUME_WIPE           | “While Running > Copy…” (blockcopy)
            RUNNING       | LOGICAL_REVERT        | shut domain “guest” down first
            RUNNING_BELOW | IMAGE_COMMIT          | “While Running > Commit Down…” (blockcommit)
            RUNNING_BELOW | VOLUME_DELETE         | “While Running > Pull…” (blockpull)
            RUNNING_BELOW | IMAGE_RESIZE          | “While Running > Grow…” (blockresize)
            WRITING       | IMAGE_COPY            | “While Running > Copy…” (blockcopy)
            DISK          | VOLUME_RESIZE         | “Image > Resize…”
            DISK          | VOLUME_UPLOAD         | detach disk vdb from “guest” first
            BELOW         | IMAGE_AMEND           | flatten the image of disk vdb of “guest” first
            BELOW         | IMAGE_RESIZE          | resize the image of disk vdb of “guest” itself
            CHILD         | VOLUME_DELETE         | flatten /srv/top first
            CHILD         | IMAGE_RESIZE          | resize /srv/top by “Image > Resize…”
            LOCKED        | IMAGE_COMMIT          | end what has the image open first
            """)
    void theSafeWayIsNamed(Kind kind, Operation operation, String words) {
        String told = need(kind).instead(operation).in(Locale.ENGLISH);
        assertTrue(told.contains(words), told);
    }

    @Test
    void whatIsTheSameAdviceForSeveralIsToldOnce() {
        ImageNeed one = new ImageNeed(Kind.CHILD, "/srv/base", "/srv/one", "");
        ImageNeed two = new ImageNeed(Kind.CHILD, "/srv/base", "/srv/two", "");
        assertEquals("Instead: choose another name for the new image.", ImageNeed.advice(Operation.IMAGE_CREATE, List.of(one, two)).in(Locale.ENGLISH));
        String both = ImageNeed.advice(Operation.IMAGE_COMMIT, List.of(one, two)).in(Locale.ENGLISH);
        assertTrue(both.contains("flatten /srv/one first") && both.contains("; flatten /srv/two first"), both);
    }
}
