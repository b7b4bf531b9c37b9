// What npm's scripts run. It starts on the machine's own Node (20 or later), makes sure that everything is
// installed and built, and hands over to the Node that the project pins.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');
const binaries = join(root, 'node_modules', '.bin');
const environment = { ...process.env, PATH: `${binaries}:${process.env.PATH}` };
const [task, ...rest] = process.argv.slice(2);

function mtime(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : mtime(path));
  }
  return newest;
}

/** Runs a command to its end in the project's root; a failure ends this process with the same code. */
function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment, ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Whether node_modules holds what the lock file asks for; packages for other platforms may be missing. */
function isInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(pinnedNode) || !existsSync(marker)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const have = packagesOf(marker);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      !path.includes('node_modules/') ||
      (have[path] ? have[path].version === wanted.version : wanted.optional === true),
  );
}

function install() {
  if (isInstalled()) return;
  console.log('Installing packages (once) …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}

function build() {
  const built = mtime(join(root, 'packages/web/dist/index.html'));
  const sources = ['web', 'words', 'rules', 'imaging', 'findings'].map((name) =>
    newestIn(join(root, 'packages', name)),
  );
  if (built > Math.max(...sources)) return;
  console.log('Building the screens …');
  run(pinnedNode, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'packages/web/vite.config.ts',
    // What a library says of Node's modules in the browser is known, and no help to somebody who starts.
    '--logLevel',
    'error',
  ]);
}

function handOver(args) {
  const child = spawn(pinnedNode, args, { cwd: root, stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

install();
switch (task) {
  case 'build':
    build();
    break;
  case 'start':
    build();
    handOver(['packages/cli/src/main.ts', 'start', '--demo', ...rest]);
    break;
  case 'test':
    build();
    handOver(['node_modules/vitest/vitest.mjs', 'run', ...rest]);
    break;
  case 'check':
    handOver(['tools/check.ts', ...rest]);
    break;
  case 'pictures':
    build();
    handOver(['e2e/take-pictures.ts']);
    break;
  case 'bench':
    build();
    handOver(['bench/main.ts', ...rest]);
    break;
  default:
    console.error(`Unknown task "${task}". One of: start, test, build, check, bench, pictures.`);
    process.exit(2);
}
