import { createHash } from 'node:crypto';
import { readFile, writeFile, mkdir, access, constants } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedPackage } from '../plan/plan.ts';
import { goFiles } from './build.ts';

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
  const generated = new Map<string, string>();
  const generate = async (name: string, content: string): Promise<string> => {
    const path = join(request.scratch, name);
    if (generated.get(name) !== content) await writeFile(path, content);
    generated.set(name, content);
    return path;
  };
  await mkdir(request.scratch, { recursive: true });
  for (const planned of request.packages) {
    if (planned.injection === 'none') continue;
    const main = planned.testMain ? 'import' : 'main';
    if (planned.injection === 'module') {
      const { moduleDir, modulePath } = planned;
      if (moduleDir === null || modulePath === null) continue;
      for (const { name, path } of agent) replace[join(moduleDir, agentFolder, name)] = path;
      const content = importFile(planned, `${modulePath}/.crash-guard/agent`);
      const file = `${main}-${planned.clause}-${createHash('sha256').update(modulePath).digest('hex').slice(0, 12)}.go`;
      replace[freeName(planned.dir, '')] = await generate(file, content);
    } else {
      for (const { name, text } of agent) {
        const content = text.replace(/^package agent$/m, `package ${planned.clause}`);
        const base = name.replace(/\.go$/, '');
        replace[freeName(planned.dir, `_${base}`)] = await generate(
          `external-${planned.clause}-${name}`,
          content,
        );
      }
      if (!planned.testMain) {
        replace[freeName(planned.dir, '_main')] = await generate(
          `external-${planned.clause}-testmain.go`,
          externalMainFile(planned),
        );
      }
    }
  }
  return replace;
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

// The names are ones that no package declares, so that nothing of the user's can collide with an import.
function importFile(planned: PlannedPackage, agentPath: string): string {
  if (planned.testMain) return `package ${planned.clause}\n\nimport _ "${agentPath}"\n`;
  return `package ${planned.clause}

import (
	crashGuardOS "os"
	crashGuardTesting "testing"

	crashGuardAgent "${agentPath}"
)

func TestMain(crashGuardM *crashGuardTesting.M) {
	crashGuardOS.Exit(crashGuardAgent.CrashGuardEnd(crashGuardM.Run()))
}
`;
}

function externalMainFile(planned: PlannedPackage): string {
  return `package ${planned.clause}

import (
	crashGuardOS "os"
	crashGuardTesting "testing"
)

func TestMain(crashGuardM *crashGuardTesting.M) {
	crashGuardOS.Exit(CrashGuardEnd(crashGuardM.Run()))
}
`;
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
