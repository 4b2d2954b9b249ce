package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools of one workspace know of each other: on disk, open, and as both change. */
class WorkspaceTest {

    private static final String CODE = "same-target-path";

    @TempDir
    private Path folder;

    @Test
    void aPoolOnDiskCounts() throws IOException {
        write("pools/b.xml", pool("b", "/images"));
        try (Editor editor = started(folder)) {
            awaitClash(editor, editor.open("a.pool.xml", pool("a", "/images")), 1);
        }
    }

    @Test
    void anOpenPoolCountsAndWinsOverItsFile() throws IOException {
        Path file = write("b.xml", pool("b", "/images"));
        try (Editor editor = started(folder)) {
            String a = editor.open("a.pool.xml", pool("a", "/images"));
            awaitClash(editor, a, 1);
            String b = file.toUri().toString();
            editor.openUri(b, "xml", pool("b", "/elsewhere"));
            awaitClash(editor, a, 0);
            editor.change(b, 2, new TextDocumentContentChangeEvent(pool("b", "/images")));
            awaitClash(editor, a, 1);
            awaitClash(editor, b, 1);
        }
    }

    @Test
    void filesThatChangeAreReadAgain() throws IOException {
        try (Editor editor = started(folder)) {
            String a = editor.open("a.pool.xml", pool("a", "/images"));
            editor.client.nextDiagnostics(a);
            Path file = write("b.xml", pool("b", "/images"));
            report(editor, file, FileChangeType.Created);
            awaitClash(editor, a, 1);
            Files.delete(file);
            report(editor, file, FileChangeType.Deleted);
            awaitClash(editor, a, 0);
        }
    }

    @Test
    void foldersComeAndGo() throws IOException {
        write("b.xml", pool("b", "/images"));
        try (Editor editor = Editor.started()) {
            String a = editor.open("a.pool.xml", pool("a", "/images"));
            awaitClash(editor, a, 0);
            WorkspaceFolder added = new WorkspaceFolder(folder.toUri().toString(), "pools");
            editor.server.getWorkspaceService().didChangeWorkspaceFolders(
                    new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(added), List.of())));
            awaitClash(editor, a, 1);
        }
    }

    @Test
    void aFileThatIsNotOpenIsJudgedBesideTheOthers() throws IOException {
        Path a = write("a.xml", pool("a", "/images"));
        write("b.xml", pool("b", "/images"));
        try (Editor editor = started(folder)) {
            List<Diagnostic> found = findings(editor, a, pool("a", "/images"));
            while (found.isEmpty()) {
                // The other file is found beside everything else.
                found = findings(editor, a, pool("a", "/images"));
            }
            assertEquals(List.of(CODE), found.stream().map(each -> each.getCode().getLeft()).toList());
            assertEquals(List.of(), findings(editor, a, "<network><name>a</name></network>"));
            assertNull(findings(editor, a, "<project><name>a</name></project>"));
        }
    }

    private static List<Diagnostic> findings(Editor editor, Path file, String text) {
        return Editor.answer(editor.server.findings(new TextDocumentItem(file.toUri().toString(), "xml", 1, text)));
    }

    private static Editor started(Path folder) {
        return new Editor().start("{\"locale\": \"en\", \"capabilities\": " + Editor.MODERN
                + ", \"workspaceFolders\": [{\"name\": \"pools\", \"uri\": \"" + folder.toUri() + "\"}]}");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String pool(String name, String path) {
        return "<pool type='dir'>\n  <name>" + name + "</name>\n  <target><path>" + path + "</path></target>\n</pool>\n";
    }

    private static void report(Editor editor, Path file, FileChangeType type) {
        editor.server.getWorkspaceService().didChangeWatchedFiles(
                new DidChangeWatchedFilesParams(List.of(new FileEvent(file.toUri().toString(), type))));
    }

    /** Waits until so many other pools are told of: files are read beside everything else. */
    private static void awaitClash(Editor editor, String uri, int clashes) {
        List<Diagnostic> diagnostics = editor.client.nextDiagnostics(uri).getDiagnostics();
        while (diagnostics.size() != clashes) {
            diagnostics = editor.client.nextDiagnostics(uri).getDiagnostics();
        }
        assertTrue(diagnostics.stream().allMatch(diagnostic -> diagnostic.getCode().getLeft().equals(CODE)));
        assertEquals(clashes, diagnostics.size());
    }
}
