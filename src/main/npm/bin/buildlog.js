#!/usr/bin/env node
// Runs the packaged distribution with the Java it finds; which Java that is, the distribution's own launcher decides.
'use strict';

const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const launcher = path.join(__dirname, '..', 'dist', 'bin', 'buildlog');

if (process.platform === 'win32') {
  console.error('buildlog runs on Windows inside WSL: open a WSL terminal and run it there.');
  process.exit(1);
}
if (!existsSync(launcher)) {
  console.error(`${launcher} is missing: this package is not whole. Install it again.`);
  process.exit(1);
}

// started through sh, since npm does not keep every file executable
const child = spawn('/bin/sh', [launcher, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  console.error(`buildlog cannot be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + require('node:os').constants.signals[signal] : code));
