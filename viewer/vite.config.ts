import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/**
 * Two builds. The served one is in parts, so that the first look waits for little. The `single` one is one script and one
 * style sheet, workers included, which `wiregraph export --format html` puts into a page that opens from disk.
 */
export default defineConfig(({ mode }) => ({
  // Relative, because the server puts everything below a token that is new each time.
  base: './',
  build: {
    outDir: mode === 'single' ? '../dist/single' : '../dist/viewer',
    emptyOutDir: true,
    target: 'es2023',
    // The policy allows no inline script, and browsers of this age preload without help.
    modulePreload: { polyfill: false },
    ...(mode === 'single' ? single : {}),
  },
  plugins: mode === 'single' ? [workersInline] : [],
  // From a page on disk, a blob's worker starts as a plain script, not as a module.
  worker: { format: mode === 'single' ? 'iife' : 'es' },
}));

const single = {
  cssCodeSplit: false,
  rolldownOptions: {
    input: fileURLToPath(new URL('./main.tsx', import.meta.url)),
    output: {
      codeSplitting: false,
      entryFileNames: 'viewer.js',
      assetFileNames: 'viewer[extname]',
    },
  },
} as const;

/** A page on disk can't load a worker from beside it: its code goes into the script, and is started from a blob. */
const workersInline: Plugin = {
  name: 'workers-inline',
  enforce: 'pre',
  transform(code) {
    const pattern = /new Worker\(new URL\('(.*?)', import\.meta\.url\), \{ type: 'module' \}\)/g;
    const found = [...code.matchAll(pattern)];
    if (found.length === 0) return null;
    const imports = found.map(([, path], i) => `import InlineWorker${i} from '${path}?worker&inline';`);
    let count = 0;
    return `${imports.join('\n')}\n${code.replace(pattern, () => `new InlineWorker${count++}()`)}`;
  },
};
