import { execFile } from 'node:child_process';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import * as path from 'node:path';

/** The oldest Java that runs the server. */
export const oldestJava = 21;

/** A Java that is installed on this machine. */
export interface JavaRuntime {
    /** The folder with `bin` in it. */
    readonly home: string;
    /** The `java` program to start. */
    readonly executable: string;
    /** The feature release: 21 for 21.0.4. */
    readonly release: number;
}

/** Where to look for Java, in this order. */
export interface JavaPlaces {
    /** What the person chose in the settings; empty: nothing. When it is not empty, nothing else is looked at. */
    readonly chosen: string;
    /** `JAVA_HOME`; may be empty. */
    readonly javaHome: string;
    /** The folders of `PATH`. */
    readonly path: readonly string[];
    /** Where systems and tools install Java; a `*` stands for every entry whose name goes on like that. */
    readonly usual: readonly string[];
}

/** The places of a machine with this platform, environment and home folder. */
export function javaPlaces(
    chosen: string,
    platform: NodeJS.Platform,
    env: NodeJS.ProcessEnv,
    userHome: string,
): JavaPlaces {
    const separator = platform === 'win32' ? ';' : ':';
    return {
        chosen: chosen.trim().replace(/^~(?=[/\\]|$)/, () => userHome),
        javaHome: env['JAVA_HOME'] ?? '',
        path: (env['PATH'] ?? env['Path'] ?? '').split(separator).filter((folder) => folder !== ''),
        usual: usualFolders(platform, env, userHome),
    };
}

function usualFolders(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, userHome: string): string[] {
    switch (platform) {
        case 'win32': {
            const vendors = ['Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft', 'Semeru'];
            const programs = [
                env['ProgramFiles'] ?? 'C:\\Program Files',
                ...(env['LOCALAPPDATA'] ? [`${env['LOCALAPPDATA']}\\Programs`] : []),
            ];
            return [
                ...programs.flatMap((folder) => vendors.map((vendor) => `${folder}\\${vendor}\\*`)),
                `${userHome}\\.jdks\\*`,
                `${userHome}\\scoop\\apps\\*\\current`,
            ];
        }
        case 'darwin':
            return [
                '/Library/Java/JavaVirtualMachines/*/Contents/Home',
                `${userHome}/Library/Java/JavaVirtualMachines/*/Contents/Home`,
                '/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home',
                '/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home',
                ...toolFolders(userHome),
            ];
        default:
            return [
                '/usr/lib/jvm/*',
                '/usr/lib64/jvm/*',
                '/usr/java/*',
                '/usr/local/*',
                '/opt/*',
                '/opt/java/*',
                '/run/current-system/sw/lib/openjdk',
                '/home/linuxbrew/.linuxbrew/opt/openjdk*',
                ...toolFolders(userHome),
            ];
    }
}

function toolFolders(userHome: string): string[] {
    return [
        `${userHome}/.sdkman/candidates/java/*`,
        `${userHome}/.jdks/*`,
        `${userHome}/.local/share/mise/installs/java/*`,
        `${userHome}/.asdf/installs/java/*`,
    ];
}

/**
 * The Java to start: the chosen one, `JAVA_HOME`, the first on the path, the newest in the usual folders. One that is
 * older than {@link oldestJava} is passed over; undefined when none is left.
 */
export async function findJava(places: JavaPlaces): Promise<JavaRuntime | undefined> {
    if (places.chosen !== '') {
        return recentEnough(await javaAt(places.chosen));
    }
    if (places.javaHome !== '') {
        const found = recentEnough(await javaAt(places.javaHome));
        if (found) {
            return found;
        }
    }
    for (const folder of places.path) {
        const found = recentEnough(await javaOnPath(folder));
        if (found) {
            return found;
        }
    }
    return newest(places.usual);
}

function recentEnough(java: JavaRuntime | undefined): JavaRuntime | undefined {
    return java && java.release >= oldestJava ? java : undefined;
}

async function newest(patterns: readonly string[]): Promise<JavaRuntime | undefined> {
    const homes = (await Promise.all(patterns.map(matchingFolders))).flat();
    const found = await Promise.all(homes.map(javaAt));
    return found.reduce<JavaRuntime | undefined>(
        (best, java) => (recentEnough(java) && java!.release > (best?.release ?? 0) ? java : best),
        undefined,
    );
}

/** What is there, for a pattern with at most one `*`, in a stable order. */
async function matchingFolders(pattern: string): Promise<string[]> {
    const star = pattern.indexOf('*');
    if (star < 0) {
        return [pattern];
    }
    const stem = pattern.slice(0, star);
    const cut = Math.max(stem.lastIndexOf('/'), stem.lastIndexOf('\\')) + 1;
    const parent = pattern.slice(0, cut);
    const begin = stem.slice(cut);
    const names = await readdir(parent).catch(() => []);    // no such folder: nothing there
    return names
        .filter((name) => name.startsWith(begin))
        .sort()
        .map((name) => parent + name + pattern.slice(star + 1));
}

/** The Java whose home is this folder; its `bin` and its `java` are taken for it too, as people paste those. */
async function javaAt(folder: string): Promise<JavaRuntime | undefined> {
    for (const home of [folder, path.dirname(folder), path.dirname(path.dirname(folder))]) {
        const executable = await javaIn(path.join(home, 'bin'));
        if (executable) {
            const release = await releaseOf(home, executable);
            return release === undefined ? undefined : { home, executable, release };
        }
        if (!['bin', 'java', 'java.exe', 'javac', 'javac.exe'].includes(path.basename(home))) {
            return undefined;
        }
    }
    return undefined;
}

/** The Java in a folder of `PATH`: a link into a home, or a program that picks one (a shim), which is asked. */
async function javaOnPath(folder: string): Promise<JavaRuntime | undefined> {
    const found = await javaIn(folder);
    if (!found) {
        return undefined;
    }
    const executable = await realpath(found);
    const home = path.dirname(path.dirname(executable));
    const release = await releaseOf(home, executable);
    return release === undefined ? undefined : { home, executable, release };
}

async function javaIn(folder: string): Promise<string | undefined> {
    for (const name of ['java', 'java.exe']) {
        const file = path.join(folder, name);
        const isFile = await stat(file).then((entry) => entry.isFile(), () => false);
        if (isFile) {
            return file;
        }
    }
    return undefined;
}

/** Read from the `release` file of a home; a Java without one is started and asked. */
async function releaseOf(home: string, executable: string): Promise<number | undefined> {
    const description = await readFile(path.join(home, 'release'), 'utf8').catch(() => '');
    return featureRelease(/^JAVA_VERSION="([^"]+)"/m.exec(description)?.[1]) ?? (await askRelease(executable));
}

function askRelease(executable: string): Promise<number | undefined> {
    return new Promise((resolve) => {
        execFile(executable, ['-version'], { timeout: 10_000 }, (_error, stdout, stderr) =>
            resolve(featureRelease(/version "([^"]+)"/.exec(stderr + stdout)?.[1])),
        );
    });
}

/** 21 for `21.0.4`, 25 for `25-ea`, 8 for `1.8.0_412`. */
function featureRelease(version: string | undefined): number | undefined {
    const parts = /^(?:1\.)?(\d+)/.exec(version ?? '');
    return parts ? Number(parts[1]) : undefined;
}
