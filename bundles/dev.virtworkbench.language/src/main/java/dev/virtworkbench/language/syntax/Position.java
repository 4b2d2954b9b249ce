package dev.virtworkbench.language.syntax;

/**
 * A place between two characters.
 *
 * @param line from 0
 * @param character UTF-16 units from the line's start, from 0
 */
public record Position(int line, int character) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(character, other.character);
    }
}
