import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { existingArchive, makeArchive } from '../../src/archive.ts';
import { findJava, javaPlaces } from '../../src/java.ts';
import { type Launch, serverArguments } from '../../src/jvm.ts';

const jar = path.join(import.meta.dirname, '../../../target/virt-workbench-server.jar');
const java = await findJava(javaPlaces('', process.platform, process.env, homedir()));
const skip = !java ? 'no Java here' : !existsSync(jar) ? 'the server is not built' : false;

describe('the archive of classes', { skip }, () => {
    let folder: string;
    let launch: Launch;

    before(async () => {
        folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
        launch = { java: java!, program: { jar, version: '1' } };
    });

    after(() => rm(folder, { recursive: true }));

    it('is made once for a jar and a Java; those of others go', async () => {
        await writeFile(path.join(folder, 'old.classes'), '');
        assert.equal(await existingArchive(folder, launch), undefined);
        await makeArchive(folder, launch);
        const archive = await existingArchive(folder, launch);
        assert.deepEqual(await readdir(folder), [path.basename(archive!)]);
        assert.equal(await existingArchive(folder, { ...launch, program: { jar, version: '2' } }), undefined);
    });

    it('is one that the server starts with', async () => {
        const archive = await existingArchive(folder, launch);
        // Java ends with an error when it is told that it must use an archive and cannot.
        const mode = launch.java.release >= 25 ? '-XX:AOTMode=on' : '-Xshare:on';
        const args = serverArguments(launch, [mode], archive).with(-1, '--version');
        const { status, stderr } = spawnSync(launch.java.executable, args, { encoding: 'utf8' });
        assert.equal(status, 0, stderr);
    });

    it('is not left half made by a start that fails', async () => {
        const broken = { ...launch, program: { jar: path.join(folder, 'missing.jar'), version: '1' } };
        await assert.rejects(makeArchive(folder, broken), /the training start ended with 1/);
        assert.equal((await readdir(folder)).length, 1);
    });
});
