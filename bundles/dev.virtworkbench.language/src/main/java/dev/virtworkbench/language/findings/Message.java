package dev.virtworkbench.language.findings;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A text for people that has no language yet.
 *
 * @param owner a class in the package whose {@code messages} bundle has the text
 * @param key the key in that bundle
 * @param arguments what fills its {@code {0}}, {@code {1}}, …; messages among them are put into words as well
 */
public record Message(Class<?> owner, String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(Class<?> owner, String key, Object... arguments) {
        return new Message(owner, key, List.of(arguments));
    }

    /**
     * The text in the language nearest to {@code locale}; English where there is none. Safe to call from any thread.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key, which is a defect
     */
    public String in(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(owner.getPackageName() + ".messages", locale,
                owner.getModule().isNamed() ? ClassLoader.getSystemClassLoader() : owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] words = arguments.stream()
                .map(argument -> argument instanceof Message inner ? inner.in(locale) : String.valueOf(argument))
                .toArray();
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }
}
