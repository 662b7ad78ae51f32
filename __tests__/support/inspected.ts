import { inspectCommand, type InspectFlags } from '../../src/entry/inspect-command.ts';
import { inspectionSchema, type Inspection } from '../../src/report/inspection.ts';

type Kind = Inspection['kind'];
type InspectionOf<K extends Kind> = Extract<Inspection, { kind: K }>;

export interface Around {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  width?: number;
}

const same = (text: string): string => text;
const plain = { good: same, bad: same, dim: same, bold: same };

/** What `inspect` prints for a person, without colours. */
export function inspectText(
  path: string,
  flags: InspectFlags = {},
  around: Around = {},
): Promise<string> {
  const { env = process.env, cwd = '/nowhere', width = 120 } = around;
  const stop = new AbortController().signal;
  return inspectCommand(path, flags, { env, cwd, stop }, { width, paint: plain });
}

/** What it prints with --json, checked against its schema; it must be of that kind. */
export async function inspected<K extends Kind>(
  kind: K,
  path: string,
  flags: InspectFlags = {},
  around: Around = {},
): Promise<InspectionOf<K>> {
  const json = await inspectText(path, { ...flags, json: true }, around);
  const inspection = inspectionSchema.parse(JSON.parse(json));
  if (inspection.kind !== kind) throw new Error(`opened as ${inspection.kind}`);
  return inspection as InspectionOf<K>;
}
