// Bundles the pages into public/: `npm run build`. File names carry a hash, so that browsers may keep them for ever.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('public', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['web/reader.jsx'],
  outdir: 'public/assets',
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  metafile: true,
});

const made = Object.keys(metafile.outputs).map((file) => file.replace(/^public/, ''));
const page = (await readFile('web/index.html', 'utf8'))
  .replace('{script}', made.find((file) => file.endsWith('.js')))
  .replace('{style}', made.find((file) => file.endsWith('.css')));
await writeFile('public/index.html', page);
console.log(`public: index.html, ${made.join(', ')}`);
