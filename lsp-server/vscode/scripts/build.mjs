// Bundles the extension into target/extension/dist/extension.js, with the licences of what is bundled beside it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const staged = 'target/extension';

const { metafile } = await build({
    entryPoints: ['src/extension.ts'],
    outfile: `${staged}/dist/extension.js`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    loader: { '.table': 'text' },
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
});

const packages = new Set(Object.keys(metafile.inputs).flatMap((file) =>
    /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
const notices = await Promise.all([...packages].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (!file) {
        throw new Error(`${folder} is bundled but has no licence file`);
    }
    const text = await readFile(`${folder}/${file}`, 'utf8');
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}));
await mkdir(staged, { recursive: true });
await writeFile(`${staged}/THIRD-PARTY-NOTICES.txt`, notices.join(`\n${'-'.repeat(80)}\n\n`));
