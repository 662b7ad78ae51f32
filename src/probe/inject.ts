import { createHash } from 'node:crypto';
import { readFile, writeFile, mkdir, access, constants } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlannedPackage } from '../plan/plan.ts';
import { goFiles } from './build.ts';
import { aroundFile, changedTestMain, importFile, type Reach } from './injected-files.ts';

const agentFolder = join('.crash-guard', 'agent');

export interface OverlayRequest {
  packages: readonly PlannedPackage[];
  /** The probe's folder, with agent/. */
  probeDirectory: string;
  /** Where generated files may lie. */
  scratch: string;
  /** The user's own -overlay, by the absolute paths it replaces. */
  userOverlay: Readonly<Record<string, string>>;
}

/** The overlay that puts the agent into every test binary without touching the checkout (`go help build`, -overlay). */
export async function makeOverlay(request: OverlayRequest): Promise<Record<string, string>> {
  const agent = await readAgent(request.probeDirectory);
  const replace: Record<string, string> = { ...request.userOverlay };
  const generated = new Map<string, string | Buffer>();
  const generate = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(request.scratch, name);
    if (generated.get(name) !== content) await writeFile(path, content);
    generated.set(name, content);
    return path;
  };
  await mkdir(request.scratch, { recursive: true });
  for (const planned of request.packages) {
    if (planned.injection === 'none') continue;
    const { dir, clause, testMain } = planned;
    const around = await changed(planned, request.userOverlay);
    if (around !== null) replace[around.file] = await generate(around.name, around.content);
    const runsAround = around ?? (testMain ? null : { clause });
    if (planned.injection === 'module') {
      const { moduleDir, modulePath } = planned;
      if (moduleDir === null || modulePath === null) continue;
      for (const { name, path } of agent) replace[join(moduleDir, agentFolder, name)] = path;
      const agentPath = `${modulePath}/.crash-guard/agent`;
      const module = digest(modulePath);
      if (runsAround?.clause !== clause) {
        const content = importFile(clause, agentPath);
        replace[freeName(dir, '')] = await generate(`import-${clause}-${module}.go`, content);
      }
      if (runsAround !== null) {
        const reach: Reach = { kind: 'package', path: agentPath };
        const content = aroundFile(runsAround.clause, reach, !testMain);
        const name = `${testMain ? 'around' : 'main'}-${runsAround.clause}-${module}.go`;
        replace[freeName(dir, '_main')] = await generate(name, content);
      }
    } else {
      for (const { name, text } of agent) {
        const content = text.replace(/^package agent$/m, `package ${clause}`);
        const base = name.replace(/\.go$/, '');
        replace[freeName(dir, `_${base}`)] = await generate(`external-${clause}-${name}`, content);
      }
      if (runsAround !== null) {
        const external = `${planned.package}_test`;
        const reach: Reach =
          runsAround.clause === clause
            ? { kind: 'same' }
            : { kind: 'linked', externalPackage: external };
        const content = aroundFile(runsAround.clause, reach, !testMain);
        const name = `external-${testMain ? 'around' : 'main'}-${digest(external)}.go`;
        replace[freeName(dir, '_testmain')] = await generate(name, content);
      }
    }
  }
  return replace;
}

/** The user's file with TestMain as it is to be, if something can run around the tests there. */
async function changed(
  planned: PlannedPackage,
  userOverlay: Readonly<Record<string, string>>,
): Promise<{ file: string; clause: string; name: string; content: string | Buffer } | null> {
  const { around, injection, clause, moduleDir } = planned;
  if (around === null) return null;
  // What package testing needs cannot import it where it tests itself.
  if (injection === 'external' && around.clause !== clause && moduleDir === null) return null;
  const { file } = around;
  const source = await readFile(userOverlay[file] ?? file).catch(() => null);
  const content = source === null ? null : changedTestMain(source, around);
  if (content === null) return null;
  return {
    file,
    clause: around.clause,
    name: `changed-${digest(file)}-${basename(file)}`,
    content,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Whether the agent's package can live below a module root; makes the folder, because vet changes into it. */
export async function hostAgent(moduleDir: string): Promise<boolean> {
  try {
    await mkdir(join(moduleDir, agentFolder), { recursive: true });
    await access(join(moduleDir, agentFolder), constants.W_OK);
    await writeFile(join(moduleDir, '.crash-guard', '.gitignore'), '*\n');
    return true;
  } catch {
    return false;
  }
}

/** A test file name that the folder does not use; `name` may end in a GOOS, which must stay before `_test.go`. */
function freeName(dir: string, name: string): string {
  for (let i = 0; ; i++) {
    const path = join(dir, `zz_crash_guard${i === 0 ? '' : String(i)}${name}_test.go`);
    if (!existsSync(path)) return path;
  }
}

async function readAgent(
  probeDirectory: string,
): Promise<{ name: string; path: string; text: string }[]> {
  const files = (await goFiles(probeDirectory)).filter((file) => file.startsWith('agent/'));
  return Promise.all(
    files.map(async (file) => {
      const path = join(probeDirectory, file);
      return { name: file.slice('agent/'.length), path, text: await readFile(path, 'utf8') };
    }),
  );
}
