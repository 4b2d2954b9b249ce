package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds where in a document a misplaced element could go. */
final class Homes {

    private static final int MOST = 6;

    /**
     * A place for an element.
     *
     * @param parent the element to put it into
     * @param behind the child to put it behind; null for the front
     */
    record Home(XmlElement parent, XmlElement behind) {
    }

    private final XmlTree tree;
    private final SchemaNames names;

    Homes(XmlTree tree, SchemaNames names) {
        this.tree = tree;
        this.names = names;
    }

    /** Places whose parent may hold such an element, nearest first. */
    List<Home> of(XmlElement element) {
        QName name = Names.of(element);
        List<XmlElement> parents = new ArrayList<>();
        for (XmlElement parent : tree.elements()) {
            if (parent != element.parent().orElse(null) && !isInside(parent, element)
                    && names.mayContain(Names.of(parent), name)) {
                parents.add(parent);
            }
        }
        parents.sort(Comparator.comparingInt(parent -> distance(parent, element)));
        return parents.stream().limit(MOST).map(parent -> new Home(parent, behind(parent, element))).toList();
    }

    private static boolean isInside(XmlElement inner, XmlElement outer) {
        for (XmlElement at = inner; at != null; at = at.parent().orElse(null)) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    /** Steps through the tree from one to the other. */
    private static int distance(XmlElement a, XmlElement b) {
        List<XmlElement> first = ancestors(a);
        List<XmlElement> second = ancestors(b);
        int common = 0;
        while (common < first.size() && common < second.size() && first.get(common) == second.get(common)) {
            common++;
        }
        return first.size() + second.size() - 2 * common;
    }

    private static List<XmlElement> ancestors(XmlElement element) {
        List<XmlElement> path = new ArrayList<>();
        for (XmlElement at = element; at != null; at = at.parent().orElse(null)) {
            path.addFirst(at);
        }
        return path;
    }

    /** Behind the last of its kind; else where documents usually have it among the children that are there. */
    private static XmlElement behind(XmlElement parent, XmlElement element) {
        List<XmlElement> children = parent.elements();
        List<String> order = Usage.packed().order(SchemaFindings.path(parent));
        int own = order.indexOf(element.name());
        XmlElement behind = null;
        for (XmlElement child : children) {
            int its = order.indexOf(child.name());
            if (own < 0 || its < 0 || its <= own) {
                behind = child;
            }
        }
        return behind;
    }
}
