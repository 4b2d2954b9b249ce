package dev.virtworkbench.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.engine.jobs.Jobs;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several objects, one job: what it was done to is told, and what not. */
class InTurnTest {

    private final Session session = new Session("test:///default", new Jobs(), new Echo());
    private final List<String> begun = new ArrayList<>();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void whatCannotBeDoneToOneIsDoneToTheOthers() {
        Job<?> job = deleting(List.of("a", "b", "c"), name -> {
            if (name.equals("b")) {
                throw VirtException.ofLibvirt(Operation.VOLUME_DELETE, name, ErrorCode.NO_STORAGE_VOL, 18, "no volume “b”", null);
            }
        });
        VirtException failure = assertThrows(VirtException.class, job::await);
        assertEquals(List.of("a", "b", "c"), begun);
        assertEquals("Delete volume a, b, c failed: 2 of 3 are done (a, c); “b” is not: no volume “b”."
                + " The volume is gone: refresh the pool.", failure.getMessage());
        assertEquals(List.of("b"), Stream.of(failure.getSuppressed()).map(each -> ((VirtException) each).object()).toList());
    }

    @Test
    void whoCancelsIsToldHowFarItCame() {
        CompletableFuture<Job<?>> itself = new CompletableFuture<>();
        Job<?> job = deleting(List.of("a", "b", "c", "d"), name -> {
            if (name.equals("b")) {
                itself.join().cancel();
            }
        });
        itself.complete(job);
        VirtException failure = assertThrows(VirtException.class, job::await);
        assertEquals("Delete volume a, b, c, d failed: 2 of 4 are done (a, b); not begun: c, d.", failure.getMessage());
    }

    @Test
    void whoCancelsBeforeAnythingWasDoneNeedsNoWord() {
        CompletableFuture<Job<?>> itself = new CompletableFuture<>();
        Job<?> job = deleting(List.of("a", "b"), name -> {
            itself.join().cancel();
            throw new CancellationException("while it was looked who uses them");
        });
        itself.complete(job);
        assertThrows(CancellationException.class, job::await);
        assertEquals(JobState.CANCELLED, job.state());
        assertEquals(List.of("a"), begun);
    }

    @Test
    void aLookThatIsAStepStopsWithTheWhole() {
        List<Integer> called = new ArrayList<>();
        CompletableFuture<Job<?>> itself = new CompletableFuture<>();
        Job<?> job = deleting(List.of("a", "b"), name -> session.start(Operation.IMAGE_USE, "host", Cancellation.STOPS_WAITING,
                task -> session.spread(task).map(List.of(1, 2, 3), each -> {
                    called.add(each);
                    return itself.join().cancel();
                })).await());
        itself.complete(job);
        assertThrows(CancellationException.class, job::await);
        assertEquals(List.of(1), called);
    }

    @Test
    void withoutAConnectionNothingMoreIsTried() {
        VirtException failure = assertThrows(VirtException.class, deleting(List.of("a", "b", "c"), name -> {
            throw VirtException.ofLibvirt(Operation.VOLUME_DELETE, name, ErrorCode.RPC, 7, "client socket is closed", null);
        })::await);
        assertEquals(List.of("a"), begun);
        assertEquals("none of 3 is done; “a” is not: client socket is closed; not begun: b, c",
                failure.why().in(Locale.ENGLISH));
    }

    @Test
    void whereNobodyIsConnectedOneIsTried() {
        VirtException failure = assertThrows(VirtException.class, InTurn.start(session, Operation.VOLUME_DELETE, List.of("a", "b"), name -> name,
                name -> session.run(Operation.VOLUME_DELETE, name, null, connection -> null))::await);
        assertEquals("none of 2 is done; “a” is not: the host test:///default is not connected; not begun: b", failure.why().in(Locale.ENGLISH));
    }

    @Test
    void ofVeryManySomeAreNamed() {
        List<String> all = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
        VirtException failure = assertThrows(VirtException.class, deleting(all, name -> {
            if (name.length() > 1) {
                throw VirtException.of(Operation.VOLUME_DELETE, name, Message.of(Session.class, "file.why", "no"), null, null);
            }
        })::await);
        assertEquals("Delete volume 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … (40)", failure.operation().on(failure.object()).in(Locale.ENGLISH));
        String why = failure.why().in(Locale.ENGLISH);
        assertEquals("10 of 40 are done (0, 1, 2, 3, 4, 5, 6, 7, 8, 9); “10” is not: no", why.substring(0, why.indexOf("; “11”")));
        assertEquals("20 more are not: 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, …", why.substring(why.lastIndexOf("; ") + 2));
        assertEquals(30, failure.getSuppressed().length);
    }

    @Test
    void aSingleOneIsAJobOfItsOwn() {
        Job<?> job = deleting(List.of("a"), name -> { });
        job.await();
        assertEquals(Cancellation.STOPS_WAITING, job.cancellation());
    }

    private Job<?> deleting(List<String> names, Consumer<String> each) {
        return InTurn.start(session, Operation.VOLUME_DELETE, names, name -> name,
                name -> session.start(Operation.VOLUME_DELETE, name, Cancellation.STOPS_WAITING, task -> {
                    begun.add(name);
                    each.accept(name);
                    return null;
                }));
    }
}
