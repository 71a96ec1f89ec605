#!/usr/bin/env node
// Checks the version before anything is imported that an older Node lacks; then hands over to the command line.
import module from 'node:module';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `wiregraph needs Node 24 or newer; this is Node ${process.versions.node}. See https://nodejs.org/en/download.`,
  );
  process.exit(1);
}
// Hundreds of modules are compiled once a version, not once a command; where nothing can be kept, nothing is.
module.enableCompileCache();
const { main } = await import('../dist/src/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
