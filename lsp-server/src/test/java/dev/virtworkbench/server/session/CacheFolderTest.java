package dev.virtworkbench.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    private static void check(String expected, String system, Map<String, String> environment) {
        assertEquals(Path.of(expected), CacheFolder.find(environment, system, "/home/ana"));
    }

    @Test
    void isWhereEachSystemKeepsCaches() {
        check("/home/ana/.cache/virt-workbench", "Linux", Map.of());
        check("/var/c/virt-workbench", "Linux", Map.of("XDG_CACHE_HOME", "/var/c"));
        check("/home/ana/.cache/virt-workbench", "Linux", Map.of("XDG_CACHE_HOME", "relative"));
        check("/home/ana/.cache/virt-workbench", "Linux", Map.of("XDG_CACHE_HOME", ""));
        check("/home/ana/Library/Caches/virt-workbench", "Mac OS X", Map.of("XDG_CACHE_HOME", "/var/c"));
        check("/local/virt-workbench", "Windows 11", Map.of("LOCALAPPDATA", "/local"));
    }
}
