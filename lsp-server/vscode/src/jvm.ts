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
    '-XX:-UsePerfData',
    // Room for what is short-lived spares long documents the collector.
    '-Xms64m',
    '-Xmn40m',
    '-Xmx512m',
    // Compiling less and later than usual leaves the processors to the start itself.
    '-XX:Tier3InvocationThreshold=2000',
    '-XX:Tier3MinInvocationThreshold=1000',
    '-XX:Tier3CompileThreshold=8000',
    '-XX:Tier3BackEdgeThreshold=120000',
    '-Xlog:disable',
];

/** Since this release Java writes an ahead-of-time cache, which holds linked classes, not just loaded ones. */
const firstWithCache = 25;

/** What a start of the server is made with. */
export interface Launch {
    readonly java: JavaRuntime;
    readonly program: ServerProgram;
}

/** The command line of a start, with the archive of classes if there is one. Further options win over ours. */
export function serverArguments(launch: Launch, further: readonly string[], archive: string | undefined): string[] {
    const option = launch.java.release >= firstWithCache ? 'AOTCache' : 'SharedArchiveFile';
    return command(launch, [...(archive === undefined ? [] : [`-XX:${option}=${archive}`]), ...further]);
}

/** The command line of a start that ends with writing the archive of the classes it loaded. */
export function trainingArguments(launch: Launch, archive: string): string[] {
    const option = launch.java.release >= firstWithCache ? 'AOTCacheOutput' : 'ArchiveClassesAtExit';
    // Without profiles: with them the virtual machine compiles so much right away that a start takes longer.
    return command(launch, ['-XX:TieredStopAtLevel=1', `-XX:${option}=${archive}`]);
}

function command(launch: Launch, options: readonly string[]): string[] {
    return [...machineOptions, ...options, '-jar', launch.program.jar, 'server'];
}

/** The archive of classes that belongs to this jar and this Java, in this folder: no other pair can use it. */
export function archiveFile(folder: string, { java, program }: Launch): string {
    const pair = [program.jar, program.version, java.executable, java.release].join('\n');
    return path.join(folder, `${createHash('sha256').update(pair).digest('hex').slice(0, 16)}.classes`);
}
