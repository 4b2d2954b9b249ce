package dev.virtworkbench.language.relaxng;

import com.thaiopensource.relaxng.parse.CommentList;
import com.thaiopensource.relaxng.parse.ElementAnnotationBuilder;

/** Takes a schema's comments and annotations, and drops them: they say nothing about which documents are valid. */
final class Ignored implements CommentList<SourceLocation>, ElementAnnotationBuilder<SourceLocation, Void, Ignored> {

    static final Ignored INSTANCE = new Ignored();

    private Ignored() { }

    @Override
    public void addComment(String value, SourceLocation location) { }

    @Override
    public void addText(String value, SourceLocation location, Ignored comments) { }

    @Override
    public Void makeElementAnnotation() {
        return null;
    }

    @Override
    public void addAttribute(String namespace, String local, String prefix, String value, SourceLocation location) { }

    @Override
    public void addElement(Void annotation) { }

    @Override
    public void addComment(Ignored comments) { }

    @Override
    public void addLeadingComment(Ignored comments) { }
}
