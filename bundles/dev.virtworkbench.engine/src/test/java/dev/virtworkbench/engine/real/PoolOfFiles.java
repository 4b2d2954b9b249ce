package dev.virtworkbench.engine.real;

import dev.virtworkbench.engine.storage.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tests have that send volumes to and fro: a pool on a real host, and a folder that stands for this machine's, both empty at first. */
abstract class PoolOfFiles {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    /** The pool's. */
    Path folder;
    Path here;
    Pool pool;

    @BeforeEach
    final void define() throws IOException {
        folder = Files.createDirectory(on.folder().resolve("pool"));
        here = Files.createDirectory(on.folder().resolve("here"));
        pool = on.host().pools().define(RealPoolsTest.dirPool("files", folder), true).await();
        pool.start().await();
    }

    @AfterEach
    final void undefine() {
        if (pool.summary().await().state().active()) {
            pool.stop().await();
        }
        pool.undefine().await();
    }
}
