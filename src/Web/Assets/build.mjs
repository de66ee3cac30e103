// Restores the npm packages and builds the web client. Called by every build of Web, through start.mjs; does nothing when nothing changed.
// Plain Node, so that it can run before any package is there. Safe when several builds run at once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const assets = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(assets, '../../..');
const dist = path.resolve(assets, '../wwwroot/dist');
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');

function stop(sentence) {
  console.error(`assets: error : ${sentence}`);
  process.exit(1);
}

/** One build at a time in this checkout. A lock whose process is gone is taken over. */
async function alone(work) {
  const lock = path.join(root, '.data', 'assets.lock');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(read(lock));
    // An empty file is being written this very moment, unless it has stayed so.
    if (holder ? !lives(holder) : age(lock) > 5000) takeOver(lock, holder);
    else await new Promise((resume) => setTimeout(resume, 50));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** Two waiters may both see that the holder is gone; the later one must not remove the earlier one's new lock. */
function takeOver(lock, holder) {
  const aside = `${lock}.${process.pid}`;
  try {
    fs.renameSync(lock, aside);
    if (Number(read(aside)) !== holder) fs.linkSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  fs.rmSync(aside, { force: true });
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function age(file) {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function restore() {
  const stamp = path.join(modules, '.restored');
  const wanted = digest([lockFile]);
  if (read(stamp) === wanted) return;
  console.log('Restoring npm packages');
  // Install scripts are not needed by any package here, and not run: a package then cannot do anything at install time.
  const npm = spawnSync('npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000', {
    cwd: root, shell: true, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (npm.status === 127 || npm.status === 9009 || /not recognized|not found/.test(npm.status && !npm.stdout ? npm.stderr : '')) {
    stop('npm is needed besides Node.js: install it (it comes with Node.js from https://nodejs.org) and run the command again.');
  }
  if (npm.status !== 0) {
    const code = /npm error code (\S+)/.exec(npm.stderr)?.[1] ?? 'unknown';
    if (/^(E(AI_AGAIN|NOTFOUND|CONN\w+|TIMEDOUT)|ERR_SOCKET\w*)$/i.test(code)) {
      stop(`the npm packages could not be fetched (${code}): check the network and run the command again.`);
    }
    console.error(npm.stderr);
    stop('npm ci could not restore the packages, see above.');
  }
  fs.writeFileSync(stamp, wanted);
}

function sources() {
  return fs.readdirSync(assets, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function entries() {
  const scripts = fs.readdirSync(assets).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const styles = ['app.css', 'work.css', 'print.css'].filter((name) => fs.existsSync(path.join(assets, 'css', name)));
  return [...scripts.map((name) => path.join(assets, name)), ...styles.map((name) => path.join(assets, 'css', name))];
}

async function build() {
  const stamp = path.join(dist, '.built');
  const wanted = digest([...sources(), lockFile]);
  if (read(stamp) === wanted) return;
  const { build: bundle } = await import('esbuild');
  const result = await bundle({
    entryPoints: entries(),
    outdir: dist,
    entryNames: '[name]',
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    minify: true,
    charset: 'utf8',
    legalComments: 'eof',
    external: ['/img/*'],
    write: false,
    absWorkingDir: root,
    logLevel: 'warning',
  }).catch(() => stop('the web client did not build, see above.'));
  fs.mkdirSync(dist, { recursive: true });
  fs.rmSync(stamp, { force: true });
  const made = new Set(['.built']);
  for (const file of result.outputFiles) {
    made.add(path.basename(file.path));
    // Unchanged files keep their time, so that what is made from them is not made again.
    if (!fs.existsSync(file.path) || !fs.readFileSync(file.path).equals(file.contents)) fs.writeFileSync(file.path, file.contents);
  }
  for (const name of fs.readdirSync(dist)) if (!made.has(name)) fs.rmSync(path.join(dist, name), { recursive: true });
  fs.writeFileSync(stamp, wanted);
  console.log(`Built the web client: ${[...made].filter((name) => name !== '.built').join(', ')}`);
}

await alone(async () => {
  restore();
  await build();
});
