import * as vscode from 'vscode';
import rootsTable from '../../../bundles/dev.virtworkbench.language/src/main/resources/dev/virtworkbench/language/schema/roots.table';
import { hasLibvirtRoot, readRoots } from './recognition.ts';
import { libvirtXml, section } from './server.ts';

/**
 * Makes XML documents with a libvirt root libvirt XML when they are opened, so that exactly one extension speaks on
 * them. Whoever sets the language of a document back by hand keeps it so as long as the document is open.
 */
export class LanguageSwitch implements vscode.Disposable {
    readonly #roots = readRoots(rootsTable);
    /** Documents that were switched and are open still. */
    readonly #switched = new Set<string>();
    readonly #subscriptions: vscode.Disposable[];

    constructor() {
        this.#subscriptions = [
            vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
            vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
            vscode.workspace.onDidSaveTextDocument((document) => this.#look(document)),
            vscode.workspace.onDidChangeConfiguration((change) => {
                if (change.affectsConfiguration(`${section}.detectByRootElement`)) {
                    this.#lookAtAll();
                }
            }),
        ];
        this.#lookAtAll();
    }

    dispose(): void {
        this.#subscriptions.forEach((subscription) => subscription.dispose());
    }

    #lookAtAll(): void {
        vscode.workspace.textDocuments.forEach((document) => this.#look(document));
    }

    #look(document: vscode.TextDocument): void {
        const wanted = vscode.workspace.getConfiguration(section, document).get<boolean>('detectByRootElement', true);
        const uri = document.uri.toString();
        const undecided = document.languageId === 'xml' && wanted && !this.#switched.has(uri);
        if (undecided && hasLibvirtRoot(document.getText(), this.#roots)) {
            this.#switched.add(uri);
            void vscode.languages.setTextDocumentLanguage(document, libvirtXml);
        }
    }

    /** A change of language closes and opens a document too; only one that stays closed is forgotten. */
    #forget(document: vscode.TextDocument): void {
        const uri = document.uri.toString();
        setImmediate(() => {
            if (!vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri)) {
                this.#switched.delete(uri);
            }
        });
    }
}
