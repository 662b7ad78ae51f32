import { parseGoEndRecord, type GoEndRecord } from '../evidence/records.ts';
import { createFold, type StreamFold } from '../gotest/fold.ts';
import type { Gap } from '../report/schema.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';
import type { RunPlanLeg } from './run-plan.ts';
import { readChunks } from './tail.ts';

/** Everything that a leg left behind, read back. */
export interface LegEvidence {
  leg: RunPlanLeg;
  stream: StreamFold;
  goEnd: GoEndRecord | null;
  goStderr: string;
}

const maxStderrBytes = 4 << 20;

/** Folds the leg's stream and reads its records; what is cut off is noted in gaps. */
export async function readLeg(out: string, leg: RunPlanLeg, gaps: Gap[]): Promise<LegEvidence> {
  const fold = createFold();
  const found = await readChunks(layout.events(out, leg.name), fold.push);
  const cut = fold.end();
  if (cut && found)
    gaps.push({ what: 'the event stream of go test stops inside a line', leg: leg.name });
  const goStderr = (await readBounded(layout.goStderr(out, leg.name), maxStderrBytes)) ?? '';
  return {
    leg,
    stream: fold.state,
    goEnd: parseGoEndRecord(await readBounded(layout.goEnd(out, leg.name), 1 << 20)),
    goStderr,
  };
}
