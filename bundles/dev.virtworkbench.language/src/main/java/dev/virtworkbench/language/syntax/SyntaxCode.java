package dev.virtworkbench.language.syntax;

import java.util.Locale;

/** Why a text is not well-formed (XML 1.0, Namespaces in XML 1.0, and no DOCTYPE). */
public enum SyntaxCode {
    /** Arguments: the element's name. */
    UNCLOSED_ELEMENT,
    /** Arguments: the name in the end tag, the name of the element it should close. */
    MISMATCHED_END_TAG,
    /** Arguments: the name in the end tag. */
    STRAY_END_TAG,
    /** A start tag without its {@code >}. Arguments: the element's name. */
    UNFINISHED_START_TAG,
    /** An end tag without its {@code >} or name. Arguments: the name. */
    UNFINISHED_END_TAG,
    /** Arguments: the attribute's name. */
    DUPLICATE_ATTRIBUTE,
    /** Arguments: the attribute's name. */
    MISSING_CLOSING_QUOTE,
    /** Arguments: the attribute's name. */
    MISSING_QUOTES,
    /** Arguments: the attribute's name. */
    MISSING_EQUALS,
    /** Arguments: the attribute's name. */
    MISSING_VALUE,
    /** No white space before an attribute. Arguments: the attribute's name. */
    MISSING_SPACE,
    /** Arguments: the characters. */
    STRAY_CHARACTERS,
    UNESCAPED_LESS_THAN,
    UNESCAPED_AMPERSAND,
    /** Arguments: the reference. */
    UNKNOWN_ENTITY,
    /** Arguments: the reference. */
    BAD_CHARACTER_REFERENCE,
    /** {@code ]]>} in text. */
    CDATA_END_IN_TEXT,
    /** Arguments: the character as U+XXXX. */
    FORBIDDEN_CHARACTER,
    UNFINISHED_COMMENT,
    DOUBLE_HYPHEN_IN_COMMENT,
    UNFINISHED_CDATA,
    UNFINISHED_INSTRUCTION,
    BAD_INSTRUCTION,
    BAD_DECLARATION,
    MISPLACED_DECLARATION,
    DOCTYPE_REFUSED,
    TEXT_OUTSIDE_ROOT,
    /** Arguments: the element's name. */
    SECOND_ROOT,
    NO_ROOT,
    /** Arguments: the name. */
    BAD_NAME,
    /** Arguments: the prefix. */
    UNBOUND_PREFIX,
    /** Arguments: the declaration's name. */
    BAD_NAMESPACE_DECLARATION;

    /** The stable name that people and programs see, as in {@code unclosed-element}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
