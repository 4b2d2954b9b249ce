package dev.virtworkbench.language.reference;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes pieces of libvirt's pages as Markdown. What it does not know it writes as the text in it. Immutable. */
final class HtmlMarkdown {

    private final URI base;
    private final int longest;

    /**
     * @param base    what relative links are relative to
     * @param longest how many characters there may be before the rest is left out
     */
    HtmlMarkdown(URI base, int longest) {
        this.base = base;
        this.longest = longest;
    }

    String render(List<HtmlNode> nodes) {
        StringBuilder text = new StringBuilder();
        for (String block : blocks(nodes)) {
            if (text.length() + block.length() > longest && !text.isEmpty()) {
                return text.append("…\n").toString();
            }
            text.append(block).append("\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** One string for each paragraph, list item or example. */
    private List<String> blocks(List<HtmlNode> nodes) {
        List<String> blocks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (HtmlNode node : nodes) {
            if (node instanceof HtmlElement element && !inline(element)) {
                addParagraph(line, blocks);
                blocks.addAll(block(element));
            } else {
                line.append(inlineText(node));
            }
        }
        addParagraph(line, blocks);
        return blocks;
    }

    private static void addParagraph(StringBuilder line, List<String> blocks) {
        String paragraph = line.toString().replaceAll("\\s+", " ").strip();
        if (!paragraph.isEmpty()) {
            blocks.add(paragraph);
        }
        line.setLength(0);
    }

    private List<String> block(HtmlElement element) {
        return switch (element.tag()) {
            case "pre" -> List.of("```xml\n" + element.text().strip() + "\n```");
            case "ul", "ol" -> element.elements().stream().map(item -> item("", item)).toList();
            case "dl" -> definitions(element);
            case "tr" -> List.of("- " + element.elements().stream()
                    .map(cell -> String.join(" ", blocks(cell.children()))).collect(Collectors.joining(" · ")));
            default -> blocks(element.children());
        };
    }

    private List<String> definitions(HtmlElement list) {
        List<String> items = new ArrayList<>();
        String term = "";
        for (HtmlElement part : list.elements()) {
            if (part.tag().equals("dt")) {
                term = "**" + escaped(part.text().strip()) + "**: ";
            } else {
                items.add(item(term, part));
                term = "";
            }
        }
        return items;
    }

    /** A list item; what it holds besides its first paragraph is indented to stay in it. */
    private String item(String term, HtmlElement content) {
        return "- " + term + String.join("\n\n", blocks(content.children())).replaceAll("\n(?=[^\n])", "\n  ");
    }

    private static boolean inline(HtmlElement element) {
        return switch (element.tag()) {
            case "a", "span", "code", "strong", "em", "sup", "br", "tt", "cite" -> true;
            default -> false;
        };
    }

    private String inlineText(HtmlNode node) {
        if (!(node instanceof HtmlElement element)) {
            return escaped(node.text());
        }
        String inside = element.children().stream().map(this::inlineText).collect(Collectors.joining());
        return switch (element.tag()) {
            case "code", "tt" -> code(element);
            case "span" -> element.attributes().getOrDefault("class", "").contains("literal") ? code(element) : inside;
            case "strong" -> "**" + inside.strip() + "**";
            case "em", "cite" -> "*" + inside.strip() + "*";
            case "sup" -> "^" + inside;
            case "br" -> " ";
            case "a" -> link(element, inside);
            default -> inside;
        };
    }

    private static String code(HtmlElement element) {
        String text = element.text().strip();
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private String link(HtmlElement element, String inside) {
        String target = element.attributes().getOrDefault("href", "");
        if (target.isEmpty() || target.startsWith("#")) {
            return inside;
        }
        try {
            return "[" + inside + "](" + base.resolve(target) + ")";
        } catch (IllegalArgumentException notAnAddress) {
            return inside; // the words are worth more than a link that leads nowhere
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("<", "\\<");
    }
}
