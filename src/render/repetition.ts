import type { PackageRun } from '../report/schema.ts';
import { endedText, failedRepetition } from './attempt-words.ts';
import type { Written } from './recovery-words.ts';

const maxChanges = 8;
const maxTests = 20;
const ofGoTest = /^-(?:shuffle|cpu|count)=[\w,.-]{1,100}$/;

/** `passed at first, failed with -shuffle=17 -cpu=8 -count=20, disturbed scheduling`; null where no repetition failed. */
export function repetitionText(run: Pick<PackageRun, 'attempts'>, written: Written): string | null {
  const repetition = failedRepetition(run);
  if (repetition === undefined) return null;
  const { ending, changes = [] } = repetition;
  const shown = changes.slice(0, maxChanges);
  const flags = shown.filter((change) => change.startsWith('-')).map(written);
  const others = shown.filter((change) => !change.startsWith('-')).map(written);
  const how = [...(flags.length > 0 ? [flags.join(' ')] : []), ...others].join(', ');
  return `passed at first, ${endedText(ending)} when it was repeated${how === '' ? '' : ` with ${how}`}`;
}

/** What brings a failed repetition about again, behind `go test`; nothing where none failed. */
export function repetitionFlags(run: Pick<PackageRun, 'attempts'>): string[] {
  const { changes = [], ranTests = [] } = failedRepetition(run) ?? {};
  const flags = changes.filter((change) => ofGoTest.test(change));
  const isPlain = ranTests.every((name) => /^\w{1,200}$/.test(name));
  const isSome = ranTests.length > 0 && ranTests.length <= maxTests && isPlain;
  return isSome ? [`-run=^(?:${ranTests.join('|')})$`, ...flags] : flags;
}
