package dev.virtworkbench.editor.diagnostics;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.virtworkbench.editor.client.Positions;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/**
 * Something wrong, at a place of a document.
 *
 * @param start offset of its first character
 * @param length how many characters it is about, 0 or more
 * @param severity {@link IMarker#SEVERITY_ERROR} and the like
 * @param code what kind of finding it is
 * @param source who found it
 * @param message in the person's language
 * @param fixable whether there are quick fixes
 */
record Finding(int start, int length, int severity, String code, String source, String message, boolean fixable) {

    /** The type of the markers in files. */
    static final String MARKER = "dev.virtworkbench.editor.finding";

    private static final String CODE = "code";
    private static final String FIXABLE = "fixable";

    static Finding of(IDocument document, Diagnostic told) {
        IRegion region = Positions.region(document, told.getRange());
        String code = told.getCode() == null ? "" : told.getCode().getLeft();
        return new Finding(region.getOffset(), region.getLength(), severity(told.getSeverity()), code, told.getSource(),
                told.getMessage().isLeft() ? told.getMessage().getLeft() : told.getMessage().getRight().getValue(), fixable(told));
    }

    /** A finding that is shown by a marker. @param position where it is by now */
    static Finding of(IMarker marker, Position position) {
        return new Finding(position.getOffset(), position.getLength(), marker.getAttribute(IMarker.SEVERITY, -1),
                marker.getAttribute(CODE, ""), marker.getAttribute(IMarker.SOURCE_ID, ""), marker.getAttribute(IMarker.MESSAGE, ""),
                marker.getAttribute(FIXABLE, false));
    }

    Finding at(Position position) {
        return new Finding(position.getOffset(), position.getLength(), severity, code, source, message, fixable);
    }

    /** What its marker says. @param line from 1 */
    Map<String, Object> attributes(int line) {
        return Map.of(IMarker.CHAR_START, start, IMarker.CHAR_END, start + length, IMarker.LINE_NUMBER, line,
                IMarker.SEVERITY, severity, IMarker.MESSAGE, message, IMarker.SOURCE_ID, source, CODE, code, FIXABLE, fixable,
                IMarker.TRANSIENT, true);
    }

    private static int severity(DiagnosticSeverity severity) {
        return severity == DiagnosticSeverity.Error ? IMarker.SEVERITY_ERROR
                : severity == DiagnosticSeverity.Warning ? IMarker.SEVERITY_WARNING : IMarker.SEVERITY_INFO;
    }

    /** What is not said, as it would take long to find out, may be so. */
    private static boolean fixable(Diagnostic told) {
        return !(told.getData() instanceof JsonObject data && data.get("fixes") instanceof JsonElement fixes) || fixes.getAsInt() > 0;
    }
}
