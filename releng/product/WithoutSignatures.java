import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the signatures off the jars that Java itself reads in the products below a folder: the framework with its extension, what
 * starts it, and the themes, whose files are read by their URL. Java compares the digest of each file of a signed jar, and takes none
 * of its classes from the archive of parsed ones; that is a twentieth of the workbench's start. The other bundles are read by the
 * framework, which looks at no signature either.
 */
final class WithoutSignatures {

    private static final String READ_BY_JAVA = "org\\.eclipse\\.(osgi|osgi\\.compatibility\\.state|equinox\\.launcher|ui\\.themes)_.*\\.jar";

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.getFileName().toString().matches(READ_BY_JAVA)).toList();
        }
        if (jars.isEmpty()) {
            throw new IOException("no product below " + arguments[0]);
        }
        for (Path jar : jars) {
            try (FileSystem inside = FileSystems.newFileSystem(jar);
                    DirectoryStream<Path> signatures = Files.newDirectoryStream(inside.getPath("META-INF"), "*.{SF,RSA,DSA,EC}")) {
                for (Path signature : signatures) {
                    Files.delete(signature);
                }
            }
        }
    }
}
