package dev.virtworkbench.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Test
    void whatAJobsEndStartsIsAJobOfItsOwn() throws Exception {
        try (Session session = new Session("test:///default", new Jobs(), new Echo())) {
            CompletableFuture<Job<List<Integer>>> started = new CompletableFuture<>();
            CountDownLatch hung = new CountDownLatch(1);
            Job<String> first = session.start(Operation.VOLUME_DELETE, "disk", Cancellation.STOPS_WAITING, task -> {
                hung.await();
                return "done";
            });
            first.result().thenRun(() -> started.complete(session.start(Operation.VOLUME_LIST, "images", Cancellation.STOPS_WAITING,
                    task -> session.spread(task).map(List.of(1, 2), each -> each + 1))));
            hung.countDown();
            Job<List<Integer>> next = started.get(60, TimeUnit.SECONDS);
            assertEquals(List.of(2, 3), next.result().toCompletableFuture().get(60, TimeUnit.SECONDS));
            assertEquals(Cancellation.STOPS_WAITING, next.cancellation());
        }
    }

    @Test
    void whatTakesAMomentDoesNotWaitForUploads() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Session session = new Session("test:///default", new Jobs(), new Echo())) {
            List<Job<Object>> uploads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                uploads.add(session.start(Operation.VOLUME_UPLOAD, "image " + i, Cancellation.STOPS_WORK, task -> {
                    end.await();
                    return null;
                }));
            }
            for (Operation operation : List.of(Operation.VOLUME_CREATE, Operation.VOLUME_DELETE, Operation.DOMAIN_DEFINE)) {
                Job<String> made = session.start(operation, "small", Cancellation.STOPS_WAITING, task -> "done");
                assertEquals("done", made.result().toCompletableFuture().get(60, TimeUnit.SECONDS), operation::name);
            }
            end.countDown();
            uploads.forEach(Job::await);
        }
    }
}
