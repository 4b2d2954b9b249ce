import { createHash } from 'node:crypto';
import * as path from 'node:path';
import type { JavaRuntime } from './java.ts';

/** The server's program: one jar with everything in it. */
export interface ServerProgram {
    readonly jar: string;
    /** Changes whenever the jar does. */
    readonly version: string;
}

/**
 * What makes the virtual machine start fast and stay small. Its own log is switched off because it goes to the standard
 * output, where the server speaks.
 */
const machineOptions = [
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Xms16m',
    '-Xmx512m',
    '-Xss1m',
    '-XX:MinHeapFreeRatio=10',
    '-XX:MaxHeapFreeRatio=30',
    '-Xshare:auto',
    '-Xlog:disable',
];

/** The command line that starts the server. Further options come behind ours, so that they win. */
export function serverArguments(program: ServerProgram, further: readonly string[], archive?: string): string[] {
    return [
        ...machineOptions,
        ...(archive === undefined ? [] : [`-XX:SharedArchiveFile=${archive}`]),
        ...further,
        '-jar',
        program.jar,
        'server',
    ];
}

/** The command line of a start that ends with writing the archive of the classes it loaded. */
export function trainingArguments(program: ServerProgram, archive: string): string[] {
    return [...machineOptions, `-XX:ArchiveClassesAtExit=${archive}`, '-jar', program.jar, 'server'];
}

/** The archive of loaded classes that belongs to this jar and this Java, in this folder: no other pair can use it. */
export function archiveFile(folder: string, program: ServerProgram, java: JavaRuntime): string {
    const pair = [program.jar, program.version, java.executable, java.release].join('\n');
    return path.join(folder, `classes-${createHash('sha256').update(pair).digest('hex').slice(0, 16)}.jsa`);
}
