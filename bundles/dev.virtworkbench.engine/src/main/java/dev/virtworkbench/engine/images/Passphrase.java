package dev.virtworkbench.engine.images;

import java.util.Objects;

/** What opens an encrypted image. Kept in memory only; it has no words in logs. Two of the same words are equal. */
public final class Passphrase {

    private final String words;

    /** @param words not empty; taken as UTF-8, to the last character */
    public Passphrase(String words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("an empty passphrase");
        }
        this.words = words;
    }

    /** For the input of a program. */
    public String reveal() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Passphrase passphrase && passphrase.words.equals(words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(words);
    }

    @Override
    public String toString() {
        return "…";
    }
}
