package dev.virtworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Whatever the plug-ins say to people they say in English and in Simplified Chinese. */
class TextsTest {

    private static final String CHINESE = "_zh_CN.properties";

    @Test
    void everyTextIsThereInBothLanguages() throws Exception {
        for (String name : List.of("dev.virtworkbench.editor", "dev.virtworkbench.explorer")) {
            Bundle bundle = Platform.getBundle(name);
            List<URL> english = Collections.list(bundle.findEntries("/", "*.properties", true)).stream()
                    .filter(file -> !file.getPath().endsWith(CHINESE))
                    .filter(file -> !file.getPath().startsWith("/META-INF/")).toList();
            assertFalse(english.isEmpty(), name);
            for (URL file : english) {
                URL chinese = bundle.getEntry(file.getPath().replace(".properties", CHINESE));
                assertNotNull(chinese, () -> "no Chinese beside " + file);
                assertEquals(texts(file).stringPropertyNames(), texts(chinese).stringPropertyNames(), file.getPath());
            }
        }
    }

    private static Properties texts(URL file) throws Exception {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
