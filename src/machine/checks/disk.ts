import { formatBytes } from '../../report/format.ts';
import type { Check } from '../../report/schema.ts';
import type { PlaceName } from '../machine.ts';
import type { Place } from '../place.ts';
import { fine, lacking, type CheckRow, type PreflightFacts } from './check-row.ts';

const mebibyte = 1024 ** 2;

interface DiskRow {
  id: string;
  place: PlaceName;
  what: string;
  /** Below it a run may fail; below a sixteenth of it, it will. */
  enoughBytes: number;
  /** What becomes of a run where nothing can be written. */
  readOnly: Check['status'];
  fix: string;
}

// A test binary takes 3 to 100 MiB, and go test keeps those of all packages until it ends.
const rows: DiskRow[] = [
  {
    ...{ id: 'disk-build', place: 'build', what: 'free for building (GOTMPDIR)' },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: 'fail' },
    fix: 'make room there, or set GOTMPDIR to a folder on a larger disk',
  },
  {
    ...{ id: 'disk-cache', place: 'cache', what: 'free for the build cache (GOCACHE)' },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: 'fail' },
    fix: 'make room there ("go clean -cache"), or set GOCACHE to a folder on a larger disk',
  },
  {
    ...{ id: 'disk-temp', place: 'temp', what: 'free for the tests’ files (TMPDIR)' },
    ...{ enoughBytes: 256 * mebibyte, readOnly: 'fail' },
    fix: 'make room there, or set TMPDIR to a folder on a larger disk',
  },
  {
    // The agent gets into the tests of a module that cannot be written to as well.
    ...{ id: 'disk-checkout', place: 'checkout', what: 'free beside the module' },
    ...{ enoughBytes: 256 * mebibyte, readOnly: 'ok' },
    fix: 'make room there, or write the records elsewhere with --out',
  },
];

/** Room to write, and a folder from which programs can be started. */
export const diskRows: CheckRow[] = [
  ({ machine, platform }) => {
    const { path, noexec, fileSystem } = machine.places.build;
    if (platform !== 'linux') return null;
    const on = fileSystem === null ? '' : ` on ${fileSystem}`;
    const check = fine('temp-exec', 'test binaries can start in', `${path}${on}`, 'no noexec');
    return noexec
      ? lacking(
          { ...check, value: `${path} is mounted noexec` },
          'fail',
          'set GOTMPDIR to a folder on a disk that is not mounted noexec',
        )
      : check;
  },
  ({ machine, platform }) => {
    const { path, noexec } = machine.places.cache;
    if (platform !== 'linux') return null;
    const check = fine('cache-exec', "the guard's programs can start in", path, 'no noexec');
    return noexec
      ? lacking(
          { ...check, value: `${path} is mounted noexec` },
          'fail',
          'set GOCACHE to a folder on a disk that is not mounted noexec',
        )
      : check;
  },
  ...rows.map(
    (row): CheckRow =>
      (facts) =>
        diskCheck(row, facts),
  ),
  ({ machine }, plan) => {
    const { path, found, space, readOnly } = machine.places.shm;
    if (space === null || found !== path) return null;
    const value = readOnly ? 'read-only' : formatBytes(space.freeBytes);
    const check = fine('shared-memory', 'free in /dev/shm', value, 'more than 64 MiB');
    // Containers get 64 MiB; whether a test needs it cannot be known.
    const small = readOnly || space.totalBytes <= 64 * mebibyte;
    const fix =
      'for tests that use it (browsers, databases), start the container with --shm-size=1g';
    return small ? lacking(check, plan === null ? 'warn' : 'ok', fix) : check;
  },
];

function diskCheck(row: DiskRow, { machine }: PreflightFacts): Check | null {
  const place: Place = machine.places[row.place];
  const { path, space, readOnly } = place;
  const needed = formatBytes(row.enoughBytes);
  if (readOnly) {
    const check = fine(row.id, row.what, `nothing: ${path} is read-only`, needed);
    return lacking(check, row.readOnly, row.fix);
  }
  if (space === null) return null;
  const check = fine(row.id, row.what, `${formatBytes(space.freeBytes)} in ${path}`, needed);
  if (space.freeBytes >= row.enoughBytes) return check;
  return lacking(check, space.freeBytes < row.enoughBytes / 16 ? 'fail' : 'warn', row.fix);
}
