package dev.virtworkbench.editor.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenter;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenterExtension;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.widgets.Display;

/** The Markdown that the server writes, as styled text: paragraphs, lists, examples, rules; strong, emphasised, code and links. */
final class StyledMarkdown implements IInformationPresenter, IInformationPresenterExtension {

    private static final String FENCE = "```";
    private static final String RULE = "\u2500".repeat(24);

    /** An escaped character, code, strong words, emphasised words, or a link. */
    private static final Pattern INLINE = Pattern.compile(
            "\\\\(.)|`([^`]+)`|\\*\\*(.+?)\\*\\*|(?<![\\w*])\\*([^*]+)\\*|\\[([^\\]]*)]\\(([^)]*)\\)");

    private enum Style { CODE, STRONG, EMPHASISED }

    private record Styled(Style style, int start, int length) {}

    @Override
    public String updatePresentation(Drawable drawable, String markdown, TextPresentation presentation, int maxWidth, int maxHeight) {
        List<Styled> styles = new ArrayList<>();
        String text = text(markdown, styles);
        styles.forEach(each -> presentation.addStyleRange(range(each)));
        return text;
    }

    @Override
    public String updatePresentation(Display display, String markdown, TextPresentation presentation, int maxWidth, int maxHeight) {
        return updatePresentation((Drawable) display, markdown, presentation, maxWidth, maxHeight);
    }

    private static String text(String markdown, List<Styled> styles) {
        StringBuilder text = new StringBuilder();
        boolean example = false;
        for (String line : markdown.strip().split("\\R")) {
            if (line.strip().startsWith(FENCE)) {
                example = !example;
                continue;
            }
            if (example) {
                append(text, line, Style.CODE, styles);
            } else if (line.equals("---")) {
                text.append(RULE);
            } else if (line.startsWith("#")) {
                append(text, line.replaceFirst("#+ *", ""), Style.STRONG, styles);
            } else {
                inline(text, line.replaceFirst("^( *)- ", "$1\u2022 "), styles);
            }
            text.append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static void inline(StringBuilder text, String line, List<Styled> styles) {
        Matcher matcher = INLINE.matcher(line);
        int done = 0;
        while (matcher.find()) {
            text.append(line, done, matcher.start());
            done = matcher.end();
            if (matcher.group(1) != null) {
                text.append(matcher.group(1));
            } else if (matcher.group(2) != null) {
                append(text, matcher.group(2), Style.CODE, styles);
            } else if (matcher.group(3) != null) {
                append(text, matcher.group(3).replace("`", ""), Style.STRONG, styles);
            } else if (matcher.group(4) != null) {
                append(text, matcher.group(4), Style.EMPHASISED, styles);
            } else {
                text.append(matcher.group(5)).append(" (").append(matcher.group(6)).append(')');
            }
        }
        text.append(line, done, line.length());
    }

    private static void append(StringBuilder text, String words, Style style, List<Styled> styles) {
        styles.add(new Styled(style, text.length(), words.length()));
        text.append(words);
    }

    private static StyleRange range(Styled styled) {
        StyleRange range = new StyleRange();
        range.start = styled.start();
        range.length = styled.length();
        switch (styled.style()) {
            case CODE -> range.font = JFaceResources.getTextFont();
            case STRONG -> range.fontStyle = SWT.BOLD;
            case EMPHASISED -> range.fontStyle = SWT.ITALIC;
        }
        return range;
    }
}
