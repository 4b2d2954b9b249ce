/**
 * Whether a document is libvirt's, seen from its root element, so that no server is started for other XML. It goes by the
 * server's own table of roots; the server, which knows misspelt names and the file's place too, recognises a few more.
 */

/** What is typical of documents with some root. */
interface Traits {
    /** Attributes of the root, with the values that alone are proof. */
    readonly attributes: Map<string, ReadonlySet<string>>;
    /** Names of the root's children, and whether such a child alone is proof. */
    readonly children: Map<string, boolean>;
    /** Whether no other program has documents with this root. */
    readonly unmistakable: boolean;
}

/** By the name of a root: as what libvirt may have it, a document or a fragment of one. */
export type Roots = ReadonlyMap<string, readonly Traits[]>;

/** Reads the server's `roots.table`, whose first lines tell how it is written. */
export function readRoots(table: string): Roots {
    const roots = new Map<string, Traits[]>();
    for (const entry of table.replace(/^(#.*|\[.*\])$/gm, '').split(/\n(?=\S)/)) {
        const [, name, mark, typical] = /^\s*([^\s:!]+)(!?):([^]*)$/.exec(entry) ?? [];
        if (name !== undefined && typical !== undefined) {
            roots.set(name, [...(roots.get(name) ?? []), readTraits(typical, mark === '!')]);
        }
    }
    return roots;
}

function readTraits(typical: string, unmistakable: boolean): Traits {
    const traits: Traits = { attributes: new Map(), children: new Map(), unmistakable };
    for (const word of typical.split(/\s+/).filter((part) => part !== '')) {
        const [, attribute, values] = /^@([^=]+)(?:=(.*))?$/.exec(word) ?? [];
        if (attribute !== undefined) {
            traits.attributes.set(attribute, new Set(values?.split('|')));
        } else {
            traits.children.set(word.replace('!', ''), word.endsWith('!'));
        }
    }
    return traits;
}

/** How much of a document is looked at; a root and its first children stand near the beginning. */
const searched = 64 * 1024;

/**
 * Comments, instructions, CDATA, and tags with their attributes: enough to walk the elements of any text. A tag whose
 * quotes do not pair ends at the next angle bracket.
 */
const markup = new RegExp(
    [
        /<!--(?<comment>[^]*?)(?:-->|$)/,
        /<\?[^]*?(?:\?>|$)/,
        /<!\[CDATA\[[^]*?(?:\]\]>|$)/,
        /<(?<end>\/?)(?<name>[^\s<>/='"!?]+)(?<inside>(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<>]*>?)/,
    ].map((part) => part.source).join('|'),
    'g',
);

const attribute = /([^\s='"<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element with what tells of it. */
interface Root {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: readonly string[];
    /** Whether a comment in front of it is one of those that libvirt writes into its files. */
    readonly underLibvirtComment: boolean;
}

/** Whether the root element of this text is libvirt's. Never throws; text that is no XML has no root. */
export function hasLibvirtRoot(text: string, roots: Roots): boolean {
    const root = rootOf(text.slice(0, searched));
    const known = root && roots.get(root.name);
    return known !== undefined && (root!.underLibvirtComment || known.some((traits) => convinces(root!, traits)));
}

function rootOf(text: string): Root | undefined {
    let root: (Root & { children: string[] }) | undefined;
    let underLibvirtComment = false;
    let depth = 0;
    for (const { groups } of text.matchAll(markup)) {
        const { comment, end, name, inside } = groups ?? {};
        if (comment !== undefined && !root) {
            underLibvirtComment ||= /libvirt|virsh /.test(comment);
        }
        if (name === undefined || inside === undefined) {
            continue;
        }
        if (end === '/') {
            depth--;
        } else {
            if (!root) {
                root = { name, attributes: attributesOf(inside), children: [], underLibvirtComment };
            } else if (depth === 1) {
                root.children.push(name);
            }
            depth += inside.endsWith('/>') ? 0 : 1;
        }
        if (depth <= 0) {
            return root;
        }
    }
    return root;
}

function attributesOf(inside: string): Map<string, string> {
    return new Map(Array.from(inside.matchAll(attribute), ([, name, quoted, apostrophed]) =>
        [name!, quoted ?? apostrophed ?? '']));
}

/** Names that say nothing, as so many formats have them. */
const commonAttributes = /^(name|id|xmlns(:.*)?)$/;

function convinces(root: Root, traits: Traits): boolean {
    if (traits.unmistakable) {
        return true;
    }
    let hints = 0;
    let strangers = 0;
    for (const [name, value] of root.attributes) {
        const proving = traits.attributes.get(name);
        if (proving?.has(value) || (name.startsWith('xmlns') && value.startsWith('http://libvirt.org/schemas/'))) {
            return true;
        }
        hints += proving ? 1 : 0;
        strangers += proving || commonAttributes.test(name) ? 0 : 1;
    }
    for (const name of root.children) {
        const proof = traits.children.get(name);
        if (proof) {
            return true;
        }
        hints += proof === false ? 1 : 0;
        strangers += proof === undefined ? 1 : 0;
    }
    return hints > strangers;
}
