import { formatBytes } from '../report/format.ts';
import type { LegReport } from '../report/schema.ts';

const holders = {
  cgroup: 'a control group',
  sudo: 'a control group made with sudo',
  watcher: 'a watcher in user space',
  none: 'nothing: no guard was to be had',
} as const;

/** Under what ceiling a leg ran and what held it; null when none was asked for. */
export function guardLine({ name, guard }: LegReport): string | null {
  if (guard === undefined || guard.ceilingBytes === null) return null;
  return `${name}: memory ceiling ${formatBytes(guard.ceilingBytes)}, held by ${holders[guard.tier]}`;
}
