import { waitStatus } from './exit-status.ts';
import type { CauseFacts, Finding } from './facts.ts';
import { isInGuard } from './guard-groups.ts';
import { kernelKills, type KernelKill } from './kernel-log.ts';

// Nobody saw the end: a record or a result is missing.

export function lost(facts: CauseFacts): Finding | null {
  const { end, start, ending, goTestSignal } = facts;
  const neverStarted = ending === 'not-started' && end === null && goTestSignal !== null;
  if (ending !== 'lost' && !neverStarted) return null;
  if (end !== null && !end.parentGone && end.exitCode !== null)
    return disagreement(facts, end.exitCode);
  const detail =
    end !== null
      ? 'the process ended because go test or its supervisor was gone'
      : start !== null
        ? `the process ${String(start.pid)} was started and nobody recorded its end`
        : 'no record of a process';
  const kills = killedForMemory(facts);
  return {
    confidence: 'confirmed',
    summary: lostWords(facts, kills),
    evidence: [
      { source: 'records', detail },
      ...(goTestSignal === null ? [] : [{ source: 'keeper', detail: `go test: ${goTestSignal}` }]),
      ...waitStatus(facts),
      ...kills.flatMap(({ lines }) =>
        lines.map((line) => ({ source: 'kernel log', detail: line })),
      ),
    ],
  };
}

function lostWords({ ending, goTestSignal }: CauseFacts, kills: readonly KernelKill[]): string {
  if (goTestSignal === null) return 'nobody saw how it ended: the records stop';
  const memory = kills.some(({ name }) => name === 'go') ? ", by the kernel's OOM killer" : '';
  const before = ending === 'lost' ? 'nobody saw how it ended' : 'it was never started';
  return `${before}: go test itself was ended by ${goTestSignal}${memory}`;
}

/** Kernel kills of go test and of this very process in the guard's groups. */
export function killedForMemory(facts: CauseFacts): KernelKill[] {
  return kernelKills(facts.guardEnd?.kernelLog?.lines ?? []).filter(
    ({ pid, name, taskGroup }) =>
      taskGroup !== null &&
      isInGuard(taskGroup, facts) === true &&
      (name === 'go' || pid === facts.start?.pid),
  );
}

/** The process came to an end of its own, and go test says something else of the package, or nothing. */
function disagreement(facts: CauseFacts, exitCode: number): Finding {
  // os/exec, Cmd.Wait: somebody else still holds the standard output open.
  const held = /^.{0,300}WaitDelay expired before I\/O complete.{0,100}$/m.exec(facts.output)?.[0];
  return {
    confidence: 'confirmed',
    summary:
      held === undefined
        ? `the process ended with exit code ${String(exitCode)}, and go test did not see its tests end`
        : 'a process that the tests had left behind kept their output open, so go test gave up on it',
    evidence: [
      ...waitStatus(facts),
      ...(held === undefined ? [] : [{ source: 'output', detail: held.trim() }]),
    ],
  };
}
