import type { CauseId } from '../report/cause-ids.ts';
import type { Cause } from '../report/schema.ts';
import { advice } from './advice.ts';
import { buildRules } from './builds.ts';
import { crashRules, detectorRules } from './crashes.ts';
import { lastRules, startRules, stoppedRules, timeoutRules } from './endings.ts';
import { exclusions } from './exclusions.ts';
import { exitRules } from './exits.ts';
import { failureRules } from './failures.ts';
import type { CauseFacts, Rule } from './facts.ts';
import { limitRules } from './limits.ts';
import { memoryRules } from './memory.ts';
import { nearLimits } from './near-limits.ts';
import { refusalRules } from './refusals.ts';

const buildLimits: readonly CauseId[] = ['disk-full', 'fd-limit', 'thread-limit'];

/** Read from the top; the first rule that finds something names the cause, so the most precise stand first. */
export const rules: readonly Rule[] = [
  ...stoppedRules,
  ...buildFirst(limitRules),
  ...buildRules,
  ...memoryRules,
  ...timeoutRules,
  ...limitRules,
  ...refusalRules,
  ...startRules,
  ...detectorRules,
  ...crashRules,
  ...failureRules,
  ...exitRules,
  ...lastRules,
];

/** Why a package's run ended as it did; null for one that passed. */
export function diagnose(facts: CauseFacts): Cause | null {
  if (facts.ending === 'passed') return null;
  for (const rule of rules) {
    const finding = rule.find(facts);
    if (finding === null) continue;
    return {
      id: rule.id,
      confidence: finding.confidence,
      summary: finding.summary,
      evidence: [...finding.evidence.slice(0, 20), ...nearLimits(facts)],
      excluded: exclusions(rule.id, facts),
      advice: advice(rule.id, facts),
      ...(finding.position === undefined ? {} : { position: finding.position }),
    };
  }
  throw new Error('the last rule finds something for every ending');
}

/** A tool that ran into a limit while it built explains more than that the build failed. */
function buildFirst(limits: readonly Rule[]): Rule[] {
  return limits
    .filter(({ id }) => buildLimits.includes(id))
    .map(({ id, find }) => ({
      id,
      find: (facts) => (facts.ending === 'build-failed' ? find(facts) : null),
    }));
}
