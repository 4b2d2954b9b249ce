import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findJava, type JavaPlaces, javaPlaces } from '../../src/java.ts';

let folder: string;

beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'java-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Puts a Java there that says it is of this version, in its release file or only when it is asked. */
async function install(name: string, version: string, says: 'file' | 'program' = 'file'): Promise<string> {
    const home = path.join(folder, name);
    await mkdir(path.join(home, 'bin'), { recursive: true });
    const program = path.join(home, 'bin', 'java');
    await writeFile(program, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    await chmod(program, 0o755);
    if (says === 'file') {
        await writeFile(path.join(home, 'release'), `IMPLEMENTOR="Example"\nJAVA_VERSION="${version}"\n`);
    }
    return home;
}

const find = (places: Partial<JavaPlaces>) =>
    findJava({ chosen: '', javaHome: '', path: [], usual: [], ...places });

describe('the Java that is found', () => {
    it('is the chosen one before all others', async () => {
        const chosen = await install('chosen', '21.0.4');
        const javaHome = await install('javaHome', '25');
        assert.deepEqual(await find({ chosen, javaHome }), {
            home: chosen,
            executable: path.join(chosen, 'bin', 'java'),
            release: 21,
        });
    });

    it('is none when the chosen one is too old, whatever else is there', async () => {
        const chosen = await install('chosen', '17.0.2');
        const javaHome = await install('javaHome', '25');
        assert.equal(await find({ chosen, javaHome }), undefined);
    });

    it('may be chosen by its bin folder or its program too', async () => {
        const home = await install('chosen', '21.0.4');
        assert.equal((await find({ chosen: path.join(home, 'bin') }))?.home, home);
        assert.equal((await find({ chosen: path.join(home, 'bin', 'java') }))?.home, home);
    });

    it('is that of JAVA_HOME, unless it is too old', async () => {
        const old = await install('old', '1.8.0_412');
        const recent = await install('recent', '22');
        const onPath = path.join(await install('onPath', '23'), 'bin');
        assert.equal((await find({ javaHome: recent, path: [onPath] }))?.release, 22);
        assert.equal((await find({ javaHome: old, path: [onPath] }))?.release, 23);
    });

    it('is the first of the path that is recent enough, followed to its home', async () => {
        const old = path.join(await install('old', '17'), 'bin');
        const home = await install('home', '21.0.9');
        const links = path.join(folder, 'links');
        await mkdir(links);
        await symlink(path.join(home, 'bin', 'java'), path.join(links, 'java'));
        const found = await find({ path: [path.join(folder, 'missing'), old, links] });
        assert.deepEqual([found?.home, found?.release], [home, 21]);
    });

    it('is asked for its version when no file tells', async () => {
        const shim = await install('shim', '24-ea', 'program');
        assert.equal((await find({ path: [path.join(shim, 'bin')] }))?.release, 24);
    });

    it('is the newest of the usual folders', async () => {
        await install('jvm/java-17', '17.0.2');
        await install('jvm/java-21', '21.0.4');
        const newest = await install('jvm/temurin-25', '25.0.1');
        await install('jvm/zulu-23', '23');
        assert.equal((await find({ usual: [`${folder}/missing/*`, `${folder}/jvm/*`] }))?.home, newest);
        assert.equal((await find({ usual: [`${folder}/jvm/java-*`] }))?.release, 21);
    });

    it('is none on a machine without', async () => {
        assert.equal(await find({ javaHome: folder, path: [folder], usual: [`${folder}/*`] }), undefined);
    });
});

describe('the places that are looked at', () => {
    it('on Linux', () => {
        const places = javaPlaces('~/jdk', 'linux', { JAVA_HOME: '/jdk', PATH: '/usr/bin::/bin' }, '/home/ada');
        assert.equal(places.chosen, '/home/ada/jdk');
        assert.equal(places.javaHome, '/jdk');
        assert.deepEqual(places.path, ['/usr/bin', '/bin']);
        assert.ok(places.usual.includes('/usr/lib/jvm/*'));
        assert.ok(places.usual.includes('/home/ada/.sdkman/candidates/java/*'));
    });

    it('on Windows', () => {
        const env = { Path: 'C:\\Windows;D:\\Tools', ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\L' };
        const places = javaPlaces('', 'win32', env, 'C:\\Users\\Ada');
        assert.deepEqual(places.path, ['C:\\Windows', 'D:\\Tools']);
        assert.ok(places.usual.includes('C:\\Program Files\\Eclipse Adoptium\\*'));
        assert.ok(places.usual.includes('C:\\L\\Programs\\Eclipse Adoptium\\*'));
    });

    it('on macOS', () => {
        const places = javaPlaces('', 'darwin', {}, '/Users/ada');
        assert.deepEqual(places.path, []);
        assert.ok(places.usual.includes('/Library/Java/JavaVirtualMachines/*/Contents/Home'));
    });
});
