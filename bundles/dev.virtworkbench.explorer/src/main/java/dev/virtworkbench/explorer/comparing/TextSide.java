package dev.virtworkbench.explorer.comparing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.compare.IEditableContent;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;

/** A text on one side of a comparison, in memory only. Compare editors write to it what a person took over from the other side. */
final class TextSide implements ITypedElement, IEditableContent, IEncodedStreamContentAccessor {

    private final String name;
    private final boolean editable;
    private String text;

    /** @param name as in {@code web.xml} */
    TextSide(String name, String text, boolean editable) {
        this.name = name;
        this.text = text;
        this.editable = editable;
    }

    String text() {
        return text;
    }

    @Override
    public String getName() {
        return name;
    }

    /** What chooses the colours. */
    @Override
    public String getType() {
        return "xml";
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public boolean isEditable() {
        return editable;
    }

    @Override
    public void setContent(byte[] content) {
        text = new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public ITypedElement replace(ITypedElement destination, ITypedElement source) {
        return destination;
    }
}
