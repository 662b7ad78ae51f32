import { formatBytes } from '../../report/format.ts';
import type { Check } from '../../report/schema.ts';
import type { PlaceName } from '../machine.ts';
import type { Place } from '../place.ts';
import { fine, lacking, type CheckRow, type PlannedRun, type PreflightFacts } from './check-row.ts';

const mebibyte = 1024 ** 2;

interface DiskRow {
  id: string;
  place: PlaceName;
  what: string;
  /** Below it a run may fail; below a sixteenth of it, it will. */
  enoughBytes: number;
  /** What becomes of a run where nothing can be written. */
  readOnly: Check['status'];
  /** Nobody makes the folder where it is missing. */
  mustExist: boolean;
  /** How to make room. */
  room: string;
  /** How to use another folder; which one follows. */
  move: string;
}

// A test binary takes 3 to 100 MiB, and go test keeps those of all packages until it ends.
const rows: DiskRow[] = [
  {
    ...{ id: 'disk-build', place: 'build', what: 'free for building (GOTMPDIR)' },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: 'fail', mustExist: true },
    ...{ room: 'make room there', move: 'set GOTMPDIR to a folder' },
  },
  {
    ...{ id: 'disk-cache', place: 'cache', what: 'free for the build cache (GOCACHE)' },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: 'fail', mustExist: false },
    ...{ room: 'make room there ("go clean -cache")', move: 'set GOCACHE to a folder' },
  },
  {
    ...{ id: 'disk-temp', place: 'temp', what: 'free for the tests’ files (TMPDIR)' },
    ...{ enoughBytes: 256 * mebibyte, readOnly: 'fail', mustExist: true },
    ...{ room: 'make room there', move: 'set TMPDIR to a folder' },
  },
  {
    // The agent gets into the tests of a module that cannot be written to as well.
    ...{ id: 'disk-checkout', place: 'checkout', what: 'free beside the module' },
    ...{ enoughBytes: 256 * mebibyte, readOnly: 'ok', mustExist: false },
    ...{ room: 'make room there', move: 'write the records with --out to a folder' },
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
      (facts, plan) =>
        diskCheck(row, facts, plan),
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

function diskCheck(
  row: DiskRow,
  { machine }: PreflightFacts,
  plan: PlannedRun | null,
): Check | null {
  const place: Place = machine.places[row.place];
  const { path, space } = place;
  const needed = formatBytes(row.enoughBytes);
  const refused = refusal(row, place);
  if (refused !== null) {
    const check = fine(row.id, row.what, `nothing: ${path} ${refused.why}`, needed);
    // A run that is under way has a folder for its records.
    const status = plan === null && row.readOnly === 'ok' ? 'warn' : row.readOnly;
    return lacking(check, status, `${refused.step}, or ${row.move} that can be written to`);
  }
  if (space === null) return null;
  const check = fine(row.id, row.what, `${formatBytes(space.freeBytes)} in ${path}`, needed);
  if (space.freeBytes >= row.enoughBytes) return check;
  const status = space.freeBytes < row.enoughBytes / 16 ? 'fail' : 'warn';
  return lacking(check, status, `${row.room}, or ${row.move} on a larger disk`);
}

/** Why nothing at all can be written there, after the folder's name, and what to do about it. */
function refusal({ mustExist }: DiskRow, place: Place): { why: string; step: string } | null {
  if (place.readOnly) return { why: 'is read-only', step: 'make it writable' };
  if (mustExist && place.found !== place.path) return { why: 'is not there', step: 'make it' };
  return place.writable ? null : { why: "is not this user's to write", step: 'make it writable' };
}
