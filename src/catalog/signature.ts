import type { ParsedCrash } from '../crash/parsed-crash.ts';
import type { Signature } from './known-crash.ts';
import type { Subject } from './subject.ts';

type Condition = Exclude<keyof Signature, 'kind'>;
type Check<C extends Condition> = (wanted: NonNullable<Signature[C]>, subject: Subject) => boolean;

const compiled = new Map<string, RegExp>();

const checks: { [C in Condition]-?: Check<C> } = {
  message: (wanted, { crash }) => fits(wanted, crash.message),
  type: (wanted, { crash }) => fits(wanted, crash.panics.at(-1)?.type),
  signal: (wanted, { crash }) => crash.signal?.name === wanted,
  address: (wanted, { crash }) => fits(wanted, crash.signal?.address),
  note: (wanted, { crash }) => crash.notes.some((note) => fits(wanted, note)),
  frames: inOrder,
  top: (wanted, { top }) => fits(wanted, top?.function),
  state: (wanted, { state }) => fits(wanted, state),
  others: (wanted, { others }) => wanted.every((each) => others.some((state) => fits(each, state))),
  source: (wanted, { source }) => fits(wanted, source),
  access: (wanted, { access }) => access === wanted,
  accesses: (wanted, { crash }) => accessesOf(crash) === wanted,
};

/** How many conditions a signature has, if all of them hold; null else. Each frame counts. */
export function weigh(signature: Signature, subject: Subject): number | null {
  const { weight, held } = count(signature, subject);
  if (held === weight) return weight;
  return subject.otherSide === null ? null : weigh(signature, subject.otherSide);
}

/** The share of conditions beyond the kind that hold, 0 to 1; null for a report of another kind. */
export function fulfilled(signature: Signature, subject: Subject): number | null {
  if (signature.kind !== subject.crash.kind) return null;
  const { weight, held } = count(signature, subject);
  return weight === 1 ? 0 : (held - 1) / (weight - 1);
}

function count(signature: Signature, subject: Subject): { weight: number; held: number } {
  let weight = 1;
  let held = signature.kind === subject.crash.kind ? 1 : 0;
  for (const condition of Object.keys(checks) as Condition[]) {
    const wanted = signature[condition];
    if (wanted === undefined) continue;
    const own = Array.isArray(wanted) ? wanted.length : 1;
    const check = checks[condition] as Check<Condition>;
    weight += own;
    if (check(wanted, subject)) held += own;
  }
  return { weight, held };
}

function fits(pattern: string, text: string | null | undefined): boolean {
  if (text === null || text === undefined) return false;
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(pattern, 'u');
    compiled.set(pattern, expression);
  }
  return expression.test(text);
}

function inOrder(wanted: readonly string[], { frames }: Subject): boolean {
  let next = 0;
  for (const frame of frames) {
    const pattern = wanted[next];
    if (pattern === undefined) break;
    if (fits(pattern, frame.function)) next++;
  }
  return next === wanted.length;
}

function accessesOf({ stacks }: ParsedCrash): Signature['accesses'] {
  const operations = stacks.flatMap(({ access }) => (access === null ? [] : [access.operation]));
  if (operations.some((operation) => operation.startsWith('atomic'))) return 'atomic';
  return operations.includes('read') ? 'read/write' : 'write/write';
}
