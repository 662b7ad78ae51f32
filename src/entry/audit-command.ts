import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../inspect/audit/audit.ts';
import type { AuditPorts } from '../inspect/audit/request.ts';
import { renderAudit } from '../render/audit.ts';
import type { Page } from '../render/inspection-page.ts';
import { noGoTestFlags } from '../settings/go-test-flags.ts';
import { definedOnly } from './defined-only.ts';
import { loadSettings } from './load-settings.ts';

export interface AuditFlags {
  dir?: string;
  config?: string;
  json?: true;
  /** False for --no-run. */
  run: boolean;
}

/** What `audit` prints. Throws an InputError for settings, a folder or packages that cannot be used. */
export async function auditCommand(
  packages: string[],
  flags: AuditFlags,
  {
    cwd,
    goTestWords,
    ...ports
  }: Omit<AuditPorts, 'scratch'> & { cwd: string; goTestWords: string[] },
  page: Page,
): Promise<string> {
  const settings = await loadSettings({
    cwd,
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    goTestWords,
    layer: {
      values: definedOnly({ packages: packages.length > 0 ? packages : undefined }),
      where: (key) => (key === 'packages' ? 'packages' : `--${key}`),
    },
  });
  const scratch = await mkdtemp(join(tmpdir(), 'go-crash-guard-audit-'));
  try {
    const found = await audit(
      {
        directory: settings.directory,
        patterns: settings.packages,
        patternsWhere: settings.sources['packages'] ?? 'packages',
        flags: settings.legs[0]?.goTestFlags ?? noGoTestFlags(),
        start: flags.run,
      },
      { ...ports, scratch },
    );
    return flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : renderAudit(found, page);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
