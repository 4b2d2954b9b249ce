package dev.virtworkbench.language.reference;

import java.util.Locale;

/** The languages that the facts are written in. */
enum Language {
    ENGLISH(Locale.ENGLISH, ""),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "_zh_CN");

    private final Locale locale;
    private final String fileSuffix;

    Language(Locale locale, String fileSuffix) {
        this.locale = locale;
        this.fileSuffix = fileSuffix;
    }

    /** The language for a reader: Chinese for every kind of Chinese, English for everybody else. */
    static Language of(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? CHINESE : ENGLISH;
    }

    Locale locale() {
        return locale;
    }

    /** What follows the kind in the names of this language's files. */
    String fileSuffix() {
        return fileSuffix;
    }
}
