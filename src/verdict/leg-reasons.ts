import type { LegReport, PackageRun, Reason } from '../report/schema.ts';
import { outcomes } from './outcomes.ts';

type RoundPurpose = NonNullable<LegReport['rounds']>[number]['purpose'];

/** The rounds that give results. */
const resultWords: Partial<Record<RoundPurpose, string>> = {
  rebuild: 'the go test that built again what had been stopped',
  restart: 'the go test that started again what could not be started',
};

/**
 * go test's own end must agree with what its packages say; a stream that was cut off is never green. The same goes for each
 * further go test that gave results.
 */
export function* judgeLeg(
  leg: LegReport,
  packages: readonly PackageRun[],
): Generator<{ reason: Reason; status: 'fail' | 'incomplete' }> {
  const own = packages.filter((run) => run.leg === leg.name);
  const rounds = leg.rounds ?? [];
  const ends = [
    { what: 'go test', explained: own.some(isExplained), ...leg },
    ...rounds.flatMap((round) => {
      const what = resultWords[round.purpose];
      const explained = own.some(({ ending }) => outcomes[ending] !== null);
      return what === undefined ? [] : [{ what, explained, ...round }];
    }),
  ];
  for (const { what, explained, signal, exitCode } of ends) {
    const message = describeGoEnd(what, signal, exitCode, explained);
    if (message !== null)
      yield { status: 'incomplete', reason: { kind: 'lost', message, leg: leg.name } };
  }
}

function describeGoEnd(
  what: string,
  signal: string | null,
  exitCode: number | null,
  explained: boolean,
): string | null {
  if (signal !== null) return `${what} itself was ended by ${signal}`;
  if (exitCode === null) return `nobody saw how ${what} ended: its records stop`;
  if (exitCode !== 0 && !explained)
    return `${what} ended with exit code ${String(exitCode)} although no package says why`;
  return null;
}

/** A failure of the package explains why go test failed, and a first attempt that could not be built or started. */
function isExplained({ ending, attempts }: PackageRun): boolean {
  return (
    outcomes[ending] !== null ||
    attempts.some((attempt) => attempt.number === 0 || attempt.ending === 'not-started')
  );
}
