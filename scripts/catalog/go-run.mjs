// Runs a case of the catalog with the real toolchain, in a scratch module.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where captures pretend that the module and Go lie. */
export const shownModule = '/src/catalog';
const shownGoRoot = '/usr/local/go';
/** @type {Map<string | null, { version: string, goRoot: string }>} */
const toolchains = new Map();
const maxOutputBytes = 64 * 1024 * 1024;

/**
 * Lays the program out as a package (or, with a go.mod of its own, as a module) and runs it.
 * @param {import('./case.mjs').Case} one
 * @param {{ part: 'before' | 'after', scratch: string, go: string | null }} how go: a version (1.24.9), null for the local one
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, module: string }>} output as it came
 */
export async function runCase(one, { part, scratch, go }) {
  const module = join(scratch, part);
  const folder = join(module, one.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const from of [part, 'test'])
    if (existsSync(join(one.folder, from)))
      cpSync(join(one.folder, from), folder, { recursive: true });
  const ownModule = existsSync(join(folder, 'go.mod'));
  const language = one.run.goMod ?? '1.21';
  if (!ownModule) {
    // A module of its own for each language version: go.mod is shared by all packages of one run.
    writeFileSync(join(module, 'go.mod'), `module example.com/catalog\n\ngo ${language}\n`);
  }
  const {
    command = 'test',
    race = false,
    timeout = '60s',
    flags = [],
    args = [],
    limits,
  } = one.run;
  const words = [
    command,
    ...(race ? ['-race'] : []),
    ...(command === 'test' ? ['-count=1', `-timeout=${timeout}`, '-vet=off'] : []),
    ...(limits && command === 'test' ? [`-exec=${limiter(limits)}`] : []),
    ...flags,
    ownModule ? './...' : `./${one.id}/...`,
    ...(args.length > 0 ? ['-args', ...args] : []),
  ];
  // -vet can be asked for again: the last flag wins.
  return { ...(await spawnGo(words, ownModule ? folder : module, environment(one, go))), module };
}

/** @param {Record<string, number>} limits */
function limiter(limits) {
  return [
    'prlimit',
    ...Object.entries(limits).map(([name, value]) => `--${name}=${value}:${value}`),
  ].join(' ');
}

/** @param {import('./case.mjs').Case} one @param {string | null} go */
function environment(one, go) {
  const { GOFLAGS: _, GOTRACEBACK: _t, GODEBUG: _d, ...inherited } = process.env;
  return {
    ...inherited,
    GOWORK: 'off',
    ...(go === null ? {} : { GOTOOLCHAIN: `go${go}` }),
    ...one.run.env,
  };
}

/** @param {string[]} words @param {string} cwd @param {NodeJS.ProcessEnv} env */
function spawnGo(words, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn('go', words, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    });
    /** @type {Buffer[]} */
    const chunks = [];
    let bytes = 0;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        bytes += chunk.length;
        if (bytes <= maxOutputBytes) chunks.push(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** Version and folder of a toolchain; null is the local one. @param {string | null} go */
export function goEnv(go) {
  const known = toolchains.get(go);
  if (known !== undefined) return known;
  const env = go === null ? process.env : { ...process.env, GOTOOLCHAIN: `go${go}` };
  const text = execFileSync('go', ['env', 'GOVERSION', 'GOROOT'], { env, encoding: 'utf8' });
  const [version = '', goRoot = ''] = text.trim().split('\n');
  const found = { version: version.replace(/^go/, ''), goRoot };
  toolchains.set(go, found);
  return found;
}

/** The output without what differs from machine to machine. @param {string} output @param {{ module: string, goRoot: string, scratch: string }} where */
export function normalise(output, { module, goRoot, scratch }) {
  return shownScratch(
    output
      .replaceAll(module, shownModule)
      .replaceAll(goRoot, shownGoRoot)
      .replaceAll(scratch, '/tmp/scratch'),
  );
}

/** With one name for the folders that the go command builds in. @param {string} text */
export function shownScratch(text) {
  return text.replaceAll(/\/tmp\/go-build\d+/g, '/tmp/go-build1');
}
