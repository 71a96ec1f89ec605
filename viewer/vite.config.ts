import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, because the server puts everything below a token that is new each time.
  base: './',
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: 'es2023',
    // The policy allows no inline script, and browsers of this age preload without help.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
