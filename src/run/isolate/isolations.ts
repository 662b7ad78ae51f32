import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { isolationSchema, type Isolation } from '../../report/isolation-schema.ts';
import { appendLine, readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';

// isolation.jsonl: what was found out about each package of a leg whose crash was isolated, a line a package.

const parse = recordParser(z.object({ package: z.string(), isolation: isolationSchema }));
const maxBytes = 64 << 20;

export async function noteIsolation(
  out: string,
  leg: string,
  name: string,
  isolation: Isolation,
): Promise<void> {
  await appendLine(layout.isolation(out, leg), JSON.stringify({ package: name, isolation }));
}

/** By package. A line that was cut off is none. */
export async function readIsolations(out: string, leg: string): Promise<Map<string, Isolation>> {
  const text = (await readBounded(layout.isolation(out, leg), maxBytes)) ?? '';
  const lines = text.split('\n').flatMap((line) => (line === '' ? [] : (parse(line) ?? [])));
  return new Map(lines.map(({ package: name, isolation }) => [name, isolation]));
}
