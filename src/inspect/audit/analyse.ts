import * as z from 'zod/mini';
import { describeFailure, uninterrupted } from '../../machine/command.ts';
import type { GoToolchain } from '../../machine/go-toolchain.ts';
import { buildTool } from '../../probe/build-tool.ts';
import { auditKinds, type AuditKind } from '../../report/audit-kinds.ts';
import type { AuditPorts } from './request.ts';

const place = { file: z.string(), line: z.int() };

// What the probe's program `audit` answers (src/probe/audit/response.go).
const analysisSchema = z.object({
  packages: z.array(
    z.object({
      package: z.string(),
      role: z.enum(['own', 'dependency']),
      findings: z.array(
        z.object({
          kind: z.enum(Object.keys(auditKinds) as [AuditKind, ...AuditKind[]]),
          what: z.string(),
          ...place,
          conditional: z.boolean(),
          test: z.boolean(),
          generated: z.boolean(),
          chain: z.array(z.object({ function: z.string(), ...place })),
          also: z.int(),
        }),
      ),
      omitted: z.int(),
      problems: z.array(z.string()),
    }),
  ),
  testMains: z.array(z.object({ file: z.string(), offset: z.int() })),
});

export type Analysis = z.infer<typeof analysisSchema>;

const buildMs = 300_000;
const analyseMs = 600_000;

/** The program that reads sources and starts test binaries, built with the module's own toolchain. */
export async function buildAnalyser(ports: AuditPorts, go: GoToolchain): Promise<string> {
  const built = await buildTool(
    { name: 'audit', flags: [], timeoutMs: buildMs },
    { directory: ports.probeDirectory, run: ports.run, env: ports.env },
    go,
  );
  if (built.kind === 'built') return built.path;
  const failure = describeFailure(uninterrupted('building the audit program', built.result));
  throw new Error(`the audit program could not be built with ${go.version}: ${failure}`);
}

/** What the packages of a list do before main, as far as their sources tell. `overlay` names the file of -overlay, '' for none. */
export async function analyse(
  program: string,
  list: string,
  overlay: string,
  ports: AuditPorts,
): Promise<Analysis> {
  const result = uninterrupted(
    'reading the packages',
    await ports.run(program, overlay === '' ? [] : [overlay], {
      cwd: ports.scratch,
      env: ports.env,
      input: list,
      timeoutMs: analyseMs,
    }),
  );
  if (result.kind !== 'exited' || result.code !== 0)
    throw new Error(`the audit program ${describeFailure(result)}`);
  return analysisSchema.parse(JSON.parse(result.stdout));
}
