import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const here = import.meta.dirname;
const target = path.join(here, '../../target');

/** What makes the workbench quiet, and the same on every machine. */
const quiet = {
    'chat.disableAIFeatures': true,
    'editor.fontFamily': 'DejaVu Sans Mono',
    'editor.minimap.enabled': false,
    'extensions.autoCheckUpdates': false,
    'git.enabled': false,
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'window.commandCenter': false,
    'workbench.enableExperiments': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
};

/**
 * The workbench of VS Code, served on this machine and shown in a browser without a window, with the packed extension
 * installed and the copy of a folder open. What it keeps is in one temporary folder; nothing is asked outside the machine.
 */
export class Workbench {
    readonly page: Page;
    /** The copy of the workspace that is open. */
    readonly workspace: string;
    readonly #folder: string;
    readonly #server: ChildProcess;
    readonly #browser: Browser;
    #changesOfSettings = 0;

    private constructor(folder: string, workspace: string, server: ChildProcess, browser: Browser, page: Page) {
        this.#folder = folder;
        this.workspace = workspace;
        this.#server = server;
        this.#browser = browser;
        this.page = page;
    }

    /**
     * @param files the folder whose copy is opened
     * @param settings those of the workspace, at first
     */
    static async open(files: string, settings: Record<string, unknown> = {}): Promise<Workbench> {
        const folder = await mkdtemp(path.join(tmpdir(), 'workbench-'));
        const workspace = path.join(folder, 'libvirt');
        await cp(files, workspace, { recursive: true });
        await mkdir(path.join(folder, 'data/User'), { recursive: true });
        await mkdir(path.join(target, 'screenshots'), { recursive: true });
        await writeFile(path.join(folder, 'data/User/settings.json'), JSON.stringify(quiet));
        await mkdir(path.join(workspace, '.vscode'));
        await writeFile(path.join(workspace, '.vscode/settings.json'), JSON.stringify(settings));
        const { version } = JSON.parse(await readFile(path.join(here, '../../package.json'), 'utf8'));
        const install = codeServer(folder, '--install-extension', path.join(target, `virt-workbench-${version}.vsix`));
        const [code] = await once(install.resume(), 'exit');
        if (code !== 0) {
            throw new Error(`the extension could not be installed: ${code}`);
        }
        const server = codeServer(folder, '--bind-addr', '127.0.0.1:0', '--auth', 'none');
        const address = await server.address();
        const browser = await chromium.launch({
            executablePath: required('BROWSER'),
            args: [
                '--no-sandbox',
                '--disable-gpu',
                '--disable-dev-shm-usage',
                '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
            ],
        });
        const page = await browser.newPage({ viewport: { width: 1200, height: 720 } });
        page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
        const workbench = new Workbench(folder, workspace, server.process, browser, page);
        await page.goto(`${address}/?folder=${workspace}`, { waitUntil: 'domcontentloaded' });
        await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
        return workbench;
    }

    /** Ends browser and server and removes all that they kept. */
    async close(): Promise<void> {
        await this.#browser.close();
        if (this.#server.exitCode === null && this.#server.kill()) {
            await once(this.#server, 'exit');
        }
        await rm(this.#folder, { recursive: true, force: true, maxRetries: 10 });
    }

    /** Opens a file of the workspace and waits until it is shown. */
    async openFile(name: string): Promise<void> {
        await this.page.keyboard.press('Control+P');
        await this.page.locator('.quick-input-widget input').fill(name);
        await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
        await this.page.keyboard.press('Enter');
        await this.page.locator('.tab.active', { hasText: name }).waitFor();
        await this.page.locator('.editor-instance .view-line').first().waitFor();
    }

    /** Puts the cursor there; line and column count from 1. */
    async goTo(line: number, column: number): Promise<void> {
        await this.page.keyboard.press('Control+G');
        await this.page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
        await this.page.keyboard.press('Enter');
        await this.statusBar(new RegExp(`Ln ${line}, Col ${column}\\b`)).waitFor();
        await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    }

    /** Goes in front of the first place in the file, as it is on disk, where this text stands. */
    async goToText(name: string, text: string, offset = 0): Promise<void> {
        const content = await this.fileText(name);
        const at = content.indexOf(text) + offset;
        const before = content.slice(0, at).split('\n');
        await this.goTo(before.length, before.at(-1)!.length + 1);
    }

    /** Saves the active editor and waits until the file has a text like this. */
    async save(name: string, expected: RegExp): Promise<void> {
        const patience = AbortSignal.timeout(20_000);
        const saved = new AbortController();
        const changes = watch(this.workspace, { signal: AbortSignal.any([patience, saved.signal]) });
        await this.page.keyboard.press('Control+S');
        let text = '';
        try {
            // The watch begins with the first change that is asked for; what came before is seen by looking at once.
            const looks = changes[Symbol.asyncIterator]();
            for (let next = looks.next(); ; next = looks.next()) {
                text = await this.fileText(name);
                if (expected.test(text)) {
                    next.catch(() => {});       // ended by us
                    return;
                }
                await next;
            }
        } catch (error) {
            throw patience.aborted ? new Error(`${name} is not saved like ${expected} but so:\n${text}`) : error;
        } finally {
            saved.abort();
        }
    }

    /** Throws away what was typed since the file was saved. */
    async revert(): Promise<void> {
        await this.page.keyboard.press('Escape');
        await this.run('File: Revert File');
        await this.page.locator('.tab.active:not(.dirty)').waitFor();
    }

    fileText(name: string): Promise<string> {
        return readFile(path.join(this.workspace, name), 'utf8');
    }

    /** Runs the command with this title. */
    async run(title: string): Promise<void> {
        await this.page.keyboard.press('F1');
        await this.page.locator('.quick-input-widget input').fill(`>${title}`);
        await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
        await this.page.keyboard.press('Enter');
    }

    /** Replaces the settings of the workspace and waits until they hold: the title of the window is one of them. */
    async set(settings: Record<string, unknown>): Promise<void> {
        const title = `settings ${++this.#changesOfSettings}`;
        const text = JSON.stringify({ 'window.title': title, ...settings });
        await writeFile(path.join(this.workspace, '.vscode/settings.json'), text);
        await this.page.locator('.titlebar .window-title', { hasText: title }).waitFor();
    }

    squiggles(): Locator {
        return this.page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning');
    }

    /** The entry in Problems with this text. */
    problem(text: string | RegExp): Locator {
        return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
    }

    /** Hides Problems and goes back to the editor. */
    async closePanel(): Promise<void> {
        await this.run('View: Hide Panel');
        await this.page.locator('.markers-panel').waitFor({ state: 'hidden' });
        await this.run('View: Focus Active Editor Group');
    }

    /** A line of the active editor with this text. */
    line(text: string): Locator {
        return this.page.locator('.editor-instance .view-line', { hasText: text });
    }

    /**
     * Opens the menu of quick fixes at the cursor. VS Code closes it again when colours or diagnostics of the document
     * happen to come in just then, so it is asked for more than once.
     */
    async openQuickFixes(first: string): Promise<void> {
        await this.page.locator('.editor-instance [class*="lightbulb"], .editor-instance .lightBulbWidget').first().waitFor();
        const entry = this.page.locator('.action-widget .monaco-list-row.focused', { hasText: first });
        for (let left = 4; ; left--) {
            await this.page.keyboard.press('Control+.');
            try {
                return await entry.waitFor({ timeout: 5_000 });
            } catch (error) {
                if (left === 0) {
                    throw error;
                }
            }
        }
    }

    suggestions(): Locator {
        return this.page.locator('.suggest-widget.visible .monaco-list-row');
    }

    /** The offered items whose label begins so. */
    suggestion(label: string): Locator {
        return this.page.locator(`.suggest-widget.visible .monaco-list-row[aria-label^="${label}"]`);
    }

    statusBar(text: string | RegExp): Locator {
        return this.page.locator('.statusbar-item', { hasText: text }).first();
    }

    async screenshot(name: string): Promise<void> {
        await this.page.screenshot({ path: path.join(target, 'screenshots', `${name}.png`), animations: 'disabled' });
    }
}

function codeServer(folder: string, ...args: string[]) {
    const kept = ['--user-data-dir', path.join(folder, 'data'), '--extensions-dir', path.join(folder, 'extensions')];
    const nowhere = 'http://127.0.0.1:9';
    const process_ = spawn(
        process.execPath,
        [required('CODE_SERVER'), ...kept, '--disable-telemetry', '--disable-update-check', ...args],
        {
            env: {
                ...process.env,
                HOME: folder,
                TMPDIR: folder,
                XDG_CONFIG_HOME: path.join(folder, 'config'),
                XDG_RUNTIME_DIR: folder,
                EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: nowhere, itemUrl: nowhere, resourceUrlTemplate: nowhere }),
            },
            stdio: ['ignore', 'pipe', 'pipe'],
        },
    );
    process_.stderr.pipe(createWriteStream(path.join(target, 'code-server.log'), { flags: 'a' }));
    return {
        process: process_,
        resume: () => {
            process_.stdout.resume();
            return process_;
        },
        address: async (): Promise<string> => {
            for await (const line of createInterface(process_.stdout)) {
                const address = /listening on (http:\/\/[\d.:]+)/.exec(line)?.[1];
                if (address) {
                    process_.stdout.resume();
                    return address;
                }
            }
            throw new Error('code-server ended before it listened');
        },
    };
}

function required(variable: string): string {
    const value = process.env[variable];
    if (!value) {
        throw new Error(`${variable} is not set; ./test.sh finds it and sets it`);
    }
    return value;
}
