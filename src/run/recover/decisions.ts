import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { appendLine, readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';

// recovery.jsonl: what was decided after a leg, a line a decision, so that a Report made later knows it too.

const decisionSchema = z.object({
  package: z.string(),
  /** Attempts that a package may have. */
  bound: z.int().check(z.positive()),
  /** The attempt that the decision is about. */
  attempt: z.int().check(z.positive()),
  /** The test or subtest that ended its process. */
  culprit: z.nullable(z.string()),
  /** Why no further attempt follows although tests have not ended. */
  stopped: z.nullable(z.string()),
});
export type Decision = z.infer<typeof decisionSchema>;

/** All that was decided about one package. */
export interface Decisions {
  bound: number;
  /** By attempt. */
  culprits: ReadonlyMap<number, string>;
  stopped: string | null;
}

const parse = recordParser(decisionSchema);
const maxBytes = 64 << 20;

export async function noteDecision(out: string, leg: string, decision: Decision): Promise<void> {
  await appendLine(layout.recovery(out, leg), JSON.stringify(decision));
}

/** By package. A line that was cut off is none. */
export async function readDecisions(out: string, leg: string): Promise<Map<string, Decisions>> {
  const found = new Map<string, Decisions>();
  const text = (await readBounded(layout.recovery(out, leg), maxBytes)) ?? '';
  for (const line of text.split('\n')) {
    const decision = line === '' ? null : parse(line);
    if (decision === null) continue;
    const before = found.get(decision.package);
    const culprits = new Map(before?.culprits);
    if (decision.culprit !== null) culprits.set(decision.attempt, decision.culprit);
    const { bound, stopped } = decision;
    found.set(decision.package, { bound, culprits, stopped });
  }
  return found;
}
