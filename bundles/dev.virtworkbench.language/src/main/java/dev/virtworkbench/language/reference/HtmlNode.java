package dev.virtworkbench.language.reference;

/** A piece of a page: an element or text. */
sealed interface HtmlNode permits HtmlElement, HtmlNode.Text {

    /** Text as written, with its white space. */
    record Text(String text) implements HtmlNode {
    }

    /** The text in this piece and all below it. */
    String text();
}
