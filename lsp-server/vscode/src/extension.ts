import * as vscode from 'vscode';
import { closeTagsWhileTyping } from './closingTags.ts';
import { LanguageSwitch } from './languageSwitch.ts';
import { libvirtXml, LibvirtServer, section, showPackedSchemas } from './server.ts';

/** What the server is started with; the other settings reach the one that runs. */
const startSettings = `${section}.java`;

let server: LibvirtServer | undefined;

export function activate(context: vscode.ExtensionContext): void {
    const started = new LibvirtServer(context);
    server = started;
    const startFor = (document: vscode.TextDocument) => {
        if (document.languageId === libvirtXml) {
            void started.start();
        }
    };
    context.subscriptions.push(
        started,
        new LanguageSwitch(),
        showPackedSchemas(started),
        closeTagsWhileTyping(started),
        vscode.commands.registerCommand('virtWorkbench.restartServer', () => started.restart()),
        vscode.commands.registerCommand('virtWorkbench.showServerLog', () => started.showLog()),
        vscode.commands.registerCommand('virtWorkbench.openSchemaDefinition', () =>
            vscode.commands.executeCommand('editor.action.revealDefinition'),
        ),
        vscode.workspace.onDidOpenTextDocument(startFor),
        vscode.workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration(startSettings)) {
                void started.settingsChanged();
            }
        }),
    );
    vscode.workspace.textDocuments.forEach(startFor);
}

export async function deactivate(): Promise<void> {
    await server?.stop();
}
