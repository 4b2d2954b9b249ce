import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
    LanguageClient,
    type LanguageClientOptions,
    RevealOutputChannelOn,
    type StaticFeature,
} from 'vscode-languageclient/node';
import { existingArchive, makeArchive } from './archive.ts';
import { findJava, javaPlaces, oldestJava } from './java.ts';
import { type Launch, serverArguments, type ServerProgram } from './jvm.ts';

/** The language that the server is asked about; no other document reaches it. */
export const libvirtXml = 'libvirt-xml';

/** Where the settings of server and extension are. */
export const section = 'virtWorkbench';

/** Scheme of the schemas that are packed into the server: read only, their text comes from it. */
const schemaScheme = 'virt-schema';

/** Tells the server that the extension asks it for end tags itself, so that formatting while typing adds none. */
const closesTags: StaticFeature = {
    fillClientCapabilities(capabilities) {
        capabilities.experimental = { ...capabilities.experimental, virtCloseTag: true };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
};

/**
 * The language server as this window has it: started when the first libvirt document is there, started anew when the
 * person asks for it or changes what it is started with.
 */
export class LibvirtServer implements vscode.Disposable {
    readonly #context: vscode.ExtensionContext;
    readonly #log = vscode.window.createOutputChannel('Virt Workbench', { log: true });
    #client: LanguageClient | undefined;
    /** Whether there was a reason to start yet. */
    #wanted = false;
    /** Starts and stops follow one another: the next waits for this. */
    #last: Promise<void> = Promise.resolve();

    constructor(context: vscode.ExtensionContext) {
        this.#context = context;
    }

    /** The client of the server that runs, undefined while none does. */
    get client(): LanguageClient | undefined {
        return this.#client?.isRunning() ? this.#client : undefined;
    }

    /** Starts the server unless it was started already. Failures are shown and logged, never thrown. */
    start(): Promise<void> {
        this.#wanted = true;
        return this.#inTurn(async () => {
            if (!this.#client) {
                await this.#launch();
            }
        });
    }

    /** What it is started with has changed: starts it anew, unless there was no reason to start it yet. */
    async settingsChanged(): Promise<void> {
        if (this.#wanted) {
            await this.restart();
        }
    }

    /** Ends the server and starts it with the settings of now. */
    restart(): Promise<void> {
        this.#wanted = true;
        return this.#inTurn(async () => {
            await this.#end();
            await this.#launch();
        });
    }

    stop(): Promise<void> {
        return this.#inTurn(() => this.#end());
    }

    showLog(): void {
        this.#log.show();
    }

    dispose(): void {
        this.#log.dispose();
    }

    #inTurn(step: () => Promise<void>): Promise<void> {
        this.#last = this.#last.then(step).catch((error: unknown) => this.#tell(error));
        return this.#last;
    }

    #tell(error: unknown): void {
        this.#log.error(error instanceof Error ? error : String(error));
        const showLog = vscode.l10n.t('Show Log');
        const message = vscode.l10n.t('The libvirt language server could not be started.');
        void vscode.window.showErrorMessage(message, showLog).then((choice) => choice && this.showLog());
    }

    async #end(): Promise<void> {
        const client = this.#client;
        this.#client = undefined;
        await client?.dispose();
    }

    async #launch(): Promise<void> {
        const settings = vscode.workspace.getConfiguration(section);
        const chosen = settings.get<string>('java.home', '');
        const java = await findJava(javaPlaces(chosen, process.platform, process.env, homedir()));
        if (!java) {
            this.#tellJavaIsMissing(chosen);
            return;
        }
        const launch: Launch = { java, program: await this.#program() };
        const archives = this.#context.globalStorageUri.fsPath;
        const archive = await existingArchive(archives, launch);
        const args = serverArguments(launch, settings.get<string[]>('java.options', []), archive);
        this.#log.info(`${java.executable} ${args.join(' ')}`);
        const client = new LanguageClient(
            section,
            'Virt Workbench',
            { command: java.executable, args },
            this.#clientOptions(),
        );
        client.registerFeature(closesTags);
        this.#client = client;
        await client.start();
        if (archive === undefined) {
            this.#makeArchiveForNextStart(archives, launch);
        }
    }

    async #program(): Promise<ServerProgram> {
        const jar = this.#context.asAbsolutePath(path.join('server', 'virt-workbench-server.jar'));
        const { size, mtimeMs } = await stat(jar);
        return { jar, version: `${size}-${mtimeMs}` };
    }

    #clientOptions(): LanguageClientOptions {
        return {
            documentSelector: [{ language: libvirtXml }],
            outputChannel: this.#log,
            revealOutputChannelOn: RevealOutputChannelOn.Never,
            initializationOptions: { [section]: vscode.workspace.getConfiguration(section) },
            markdown: { isTrusted: false, supportHtml: false },
        };
    }

    /** Not on the way of this start, and nothing is lost without it but half a second of the next. */
    #makeArchiveForNextStart(folder: string, launch: Launch): void {
        makeArchive(folder, launch).then(
            () => this.#log.info('recorded the classes that a start needs'),
            (error: unknown) => this.#log.warn(`the classes that a start needs were not recorded: ${error}`),
        );
    }

    #tellJavaIsMissing(chosen: string): void {
        const message =
            chosen === ''
                ? vscode.l10n.t(
                      'libvirt XML needs Java {0} or newer, and none was found. Install one, for example Eclipse Temurin {0} (on Debian and Ubuntu: openjdk-{0}-jre-headless), or say in the settings where it is.',
                      oldestJava,
                  )
                : vscode.l10n.t(
                      'There is no Java {0} or newer in “{1}”, where the setting virtWorkbench.java.home says. Correct the setting or empty it.',
                      oldestJava,
                      chosen,
                  );
        this.#log.error(message);
        const openSetting = vscode.l10n.t('Open Setting');
        void vscode.window.showErrorMessage(message, openSetting).then((choice) => {
            if (choice === openSetting) {
                // The setting belongs to the machine that the server runs on.
                const scope = vscode.env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
                void vscode.commands.executeCommand(`workbench.action.${scope}`, { query: `${section}.java.home` });
            }
        });
    }
}

/** Shows the schemas that only the server has, when a definition leads into one. */
export function showPackedSchemas(server: LibvirtServer): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(schemaScheme, {
        provideTextDocumentContent: (uri, token) =>
            server.client?.sendRequest<string>('virt/schemaContent', { uri: uri.toString() }, token),
    });
}
