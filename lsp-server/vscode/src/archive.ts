import { spawn } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { archiveFile, type Launch, trainingArguments } from './jvm.ts';

/** What the server is shown while it is trained: a document that makes it load a schema and judge by it. */
const sample = `<domain type='kvm'>
  <name>training</name>
  <memory unit='GiB'>1</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'><source file='/a.qcow2'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'><source networt='default'/></interface>
  </devices>
</domain>
`;

/** The longest that a training start may take, in milliseconds; it takes a few seconds. */
const patience = 120_000;

/** The archive to start with, if there is one. */
export async function existingArchive(folder: string, launch: Launch): Promise<string | undefined> {
    const file = archiveFile(folder, launch);
    return stat(file).then((entry) => (entry.size > 0 ? file : undefined), () => undefined);
}

/**
 * Writes the archive of classes for this jar and this Java: starts the server once more, has the conversation with it
 * that an editor opens with, and ends it. The file appears whole or not at all; those of other jars and Javas go.
 *
 * @throws Error when the server could not be started, did not answer in time or left no archive
 */
export async function makeArchive(folder: string, launch: Launch): Promise<void> {
    await mkdir(folder, { recursive: true });
    const file = archiveFile(folder, launch);
    const unfinished = `${file}.${process.pid}`;
    try {
        await train(launch.java.executable, trainingArguments(launch, unfinished));
        await rename(unfinished, file);
    } finally {
        await rm(unfinished, { force: true });
    }
    const others = (await readdir(folder)).filter((name) => name.endsWith('.classes') && name !== path.basename(file));
    // One that another window still has open stays on Windows until the next time.
    await Promise.allSettled(others.map((name) => rm(path.join(folder, name), { force: true })));
}

async function train(java: string, args: string[]): Promise<void> {
    const server = spawn(java, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: patience });
    const ended = new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.once('exit', (code, signal) =>
            code === 0 ? resolve() : reject(new Error(`the training start ended with ${signal ?? code}`)),
        );
    });
    // Not straight into the server: one that ended early breaks what is written to it, and `ended` says why it ended.
    const requests = new PassThrough();
    server.stdin.on('error', () => requests.unpipe());
    requests.pipe(server.stdin);
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(requests));
    connection.onError(() => server.kill());
    connection.listen();
    try {
        await Promise.race([converse(connection), ended]);
        await ended;
    } finally {
        connection.dispose();
        server.kill();
    }
}

async function converse(connection: ReturnType<typeof createMessageConnection>): Promise<void> {
    const textDocument = { uri: 'untitled:training.domain.xml' };
    const position = { line: 6, character: 12 };
    const judged = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId: 'libvirt-xml', version: 1, text: sample },
    });
    await judged;
    await connection.sendRequest('textDocument/completion', { textDocument, position });
    await connection.sendRequest('textDocument/hover', { textDocument, position });
    await connection.sendRequest('textDocument/documentSymbol', { textDocument });
    await connection.sendRequest('textDocument/foldingRange', { textDocument });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
}
