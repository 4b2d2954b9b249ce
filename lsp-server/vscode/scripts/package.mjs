// Lays out target/extension with everything that is shipped and packs it: target/virt-workbench-VERSION.vsix.
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createVSIX } from '@vscode/vsce';

const top = '../..';
const serverJar = '../target/virt-workbench-server.jar';
const staged = 'target/extension';

const exists = (file) => stat(file).then(() => true, () => false);

for (const [needed, how] of [
    [`${staged}/dist/extension.js`, 'npm run build'],
    [serverJar, './build.sh'],
]) {
    if (!(await exists(needed))) {
        console.error(`${needed} is missing; it is made by: ${how}`);
        process.exit(1);
    }
}

for (const part of ['package.nls.json', 'package.nls.zh-cn.json', 'language-configuration.json', 'l10n', 'syntaxes',
    'README.md']) {
    await rm(`${staged}/${part}`, { recursive: true, force: true });
    await cp(part, `${staged}/${part}`, { recursive: true });
}
for (const [from, to] of [['LICENSE', 'LICENSE'], ['CHANGELOG.md', 'CHANGELOG.md']]) {
    await cp(`${top}/${from}`, `${staged}/${to}`);
}
await mkdir(`${staged}/server`, { recursive: true });
await cp(serverJar, `${staged}/server/virt-workbench-server.jar`);

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
// Everything is in the bundle: what builds and tests it is no part of the extension.
for (const part of ['private', 'scripts', 'dependencies', 'devDependencies']) {
    delete manifest[part];
}
manifest.files = ['*.json', '*.md', '*.txt', 'LICENSE', 'dist', 'l10n', 'server', 'syntaxes'];
await writeFile(`${staged}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);

await createVSIX({
    cwd: staged,
    packagePath: `target/virt-workbench-${manifest.version}.vsix`,
    dependencies: false,
    allowMissingRepository: true,
});
