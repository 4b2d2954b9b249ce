import * as vscode from 'vscode';
import { libvirtXml, type LibvirtServer, section } from './server.ts';

/**
 * Puts in the end tag when a start tag is finished with `>` or an end tag begun with `</`. The protocol has no request for
 * what is typed while the cursor stays where it is, so the server has one of its own.
 */
export function closeTagsWhileTyping(server: LibvirtServer): vscode.Disposable {
    return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        const editor = vscode.window.activeTextEditor;
        const [change, ...others] = contentChanges;
        if (
            document.languageId !== libvirtXml ||
            editor?.document !== document ||
            editor.selections.length !== 1 ||
            reason !== undefined ||     // undo and redo bring back what was there, nothing more
            change === undefined ||
            others.length > 0 ||
            !/^[>/]$/.test(change.text) ||
            !vscode.workspace.getConfiguration(section, document).get<boolean>('autoCloseTags', true)
        ) {
            return;
        }
        const behind = change.range.start.translate(0, 1);
        if (change.text === '/' && textBefore(document, behind, 2) !== '</') {
            return;
        }
        // The change is on its way to the server only when every listener has seen it.
        setImmediate(() => void closeTag(server, editor, behind));
    });
}

function textBefore(document: vscode.TextDocument, position: vscode.Position, length: number): string {
    const from = position.with({ character: Math.max(0, position.character - length) });
    return document.getText(new vscode.Range(from, position));
}

async function closeTag(server: LibvirtServer, editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
    const { document } = editor;
    const { client } = server;
    const asked = document.version;
    const endTag = await client?.sendRequest<string | null>('virt/closeTag', {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        position: client.code2ProtocolConverter.asPosition(position),
    });
    if (!endTag || document.version !== asked || !editor.selection.isEmpty || !editor.selection.active.isEqual(position)) {
        return;     // nothing to close, or typing went on meanwhile
    }
    const snippet = new vscode.SnippetString();
    if (endTag.startsWith('</')) {
        snippet.appendTabstop(0);
    }
    await editor.insertSnippet(snippet.appendText(endTag), position, { undoStopBefore: false, undoStopAfter: true });
}
