package dev.virtworkbench.language.reference;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Writes a {@link Fact} as Markdown, with captions in one language. Immutable. */
final class FactMarkdown {

    private final Locale locale;
    private final ResourceBundle messages;

    FactMarkdown(Locale locale) {
        this.locale = Language.of(locale).locale();
        // Without a fallback an English reader on a Chinese machine would be answered in Chinese.
        this.messages = ResourceBundle.getBundle(FactMarkdown.class.getPackageName() + ".messages", this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String render(Fact fact) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(fact.attribute()
                .map(attribute -> message("attribute", attribute, fact.element()))
                .orElseGet(() -> message("element", fact.element())));
        paragraphs.add(fact.summary());
        if (!fact.values().isEmpty()) {
            List<String> lines = new ArrayList<>();
            fact.values().forEach((value, meaning) -> lines.add(message("value", value, meaning)));
            paragraphs.add(String.join("\n", lines));
        }
        fact.defaultValue().ifPresent(value -> paragraphs.add(message("default", value)));
        fact.whenLeftOut().ifPresent(words -> paragraphs.add(message("whenLeftOut", words)));
        String link = message("link", fact.link());
        paragraphs.add(fact.since().map(version -> message("since", version) + " · " + link).orElse(link));
        return String.join("\n\n", paragraphs) + "\n";
    }

    private String message(String key, Object... arguments) {
        return new MessageFormat(messages.getString(key), locale).format(arguments);
    }
}
