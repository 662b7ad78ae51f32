import { createHash } from 'node:crypto';

// v1/fuzz/PACKAGE-TARGET-HASH/0123456789abcdef-57    an input that reached new code, 57 bytes, named as go test names it
//
// The same input is the same file at every commit, so that it is stored once.

/** Of all targets together. */
export const maxStoredInputs = 2000;
export const maxStoredBytes = 16 << 20;
/** Of one input: a larger one slows fuzzing down more than it helps. */
export const maxInputBytes = 64 << 10;

const header = 'go test fuzz v1\n';

/** The folder of a target in a store of baselines. */
export function corpusFolder(packageName: string, target: string): string {
  const whole = JSON.stringify([packageName, target]);
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 20);
  const words = `${packageName.split('/').at(-1) ?? ''}-${target}`.slice(0, 200).toLowerCase();
  const readable = words.replace(/[^a-z0-9]+/g, '-').slice(0, 40);
  return `v1/fuzz/t${readable}-${hash}`;
}

export interface StoredInput {
  path: string;
  folder: string;
  name: string;
  bytes: number;
}

/** What a path of a store means; null for one that is no input. */
export function parseInputPath(path: string): StoredInput | null {
  const found =
    /^(?<folder>v1\/fuzz\/t[a-z0-9-]{0,40}-[0-9a-f]{20})\/(?<name>[0-9a-f]{16})-(?<bytes>[1-9]\d{0,5})$/.exec(
      path,
    )?.groups;
  if (found?.['folder'] === undefined || found['name'] === undefined) return null;
  return { path, folder: found['folder'], name: found['name'], bytes: Number(found['bytes']) };
}

/** Whether the bytes are the input that the name promises: go test names an input by the hash of it. */
export function isInput(name: string, bytes: Uint8Array): boolean {
  if (bytes.length <= header.length || bytes.length > maxInputBytes) return false;
  if (Buffer.from(bytes.subarray(0, header.length)).toString('latin1') !== header) return false;
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16) === name;
}

export interface FoundInput {
  folder: string;
  name: string;
  bytes: Uint8Array;
}

/** The inputs that go into a store beside those that are there, the smallest first, within its bounds; and how many do not. */
export function chooseInputs(
  found: readonly FoundInput[],
  stored: readonly string[],
): { files: { path: string; bytes: Uint8Array }[]; leftOut: number } {
  const there = stored.map(parseInputPath).filter((one) => one !== null);
  const known = new Set(there.map(({ path }) => path));
  let count = there.length;
  let size = there.reduce((sum, { bytes }) => sum + bytes, 0);
  const files: { path: string; bytes: Uint8Array }[] = [];
  let leftOut = 0;
  const smallestFirst = found.toSorted(
    (a, b) => a.bytes.length - b.bytes.length || (a.name < b.name ? -1 : 1),
  );
  for (const { folder, name, bytes } of smallestFirst) {
    const path = `${folder}/${name}-${String(bytes.length)}`;
    if (known.has(path)) continue;
    if (count >= maxStoredInputs || size + bytes.length > maxStoredBytes) {
      leftOut++;
      continue;
    }
    known.add(path);
    count++;
    size += bytes.length;
    files.push({ path, bytes });
  }
  return { files, leftOut };
}
