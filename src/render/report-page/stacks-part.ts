import { packageOf } from '../../crash/frame.ts';
import { shortName } from '../../crash/function-name.ts';
import { listNames } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { Crash } from '../../report/schema.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { placeOf } from './place.ts';
import { blamedStack, tellingStacks } from '../telling-stacks.ts';
import type { ReportPage } from './page-content.ts';
import { sourceExcerpt } from './source-text.ts';

type Stack = Crash['stacks'][number];

const roleWords: Record<Stack['role'], string> = {
  crashing: 'The goroutine that crashed',
  access: 'This access',
  previous: 'The access before it',
  creation: 'Where the goroutine was started',
  waiting: 'Waits',
  other: 'Another goroutine',
};

const maxTelling = 6;
const maxFrames = 60;
const maxExcerpts = 4;
const inGroups = { items: 60, chars: 300_000 };

/** Stacks that tell what happened are open; the others are folded away, those that are alike in one. */
export function stacksPart(crash: Crash, page: ReportPage): Markup | null {
  const { stacks } = crash;
  if (stacks.length === 0) return null;
  const blamed = blamedStack(crash);
  const open = tellingStacks(crash).slice(0, maxTelling);
  const others = groupsOf(stacks.filter((stack) => !open.includes(stack)));
  const { shown, left } = bounded(others, inGroups, (group) => groupOf(group, page));
  const count = others.reduce((sum, group) => sum + group.length, 0);
  return markup`<h4>${open.length === 1 ? 'Stack' : 'Stacks'}</h4>
${open.map((stack) => stackOf(stack, page, stack === blamed))}
${
  others.length === 0
    ? null
    : markup`<details class="others"><summary>${plural(count, 'other goroutine')}</summary>${shown}${left > 0 ? markup`<p class="note">${plural(left, 'more group')} in report.json.</p>` : null}</details>`
}`;
}

/** Where a goroutine was started matters less than what it did. */
function stackOf(stack: Stack, page: ReportPage, isBlamed: boolean): Markup {
  return stack.role === 'creation'
    ? markup`<details><summary>${nameOf(stack, isBlamed)}</summary>${framesOf(stack, page, 1)}</details>`
    : markup`<p class="stack-name">${nameOf(stack, isBlamed)}</p>${framesOf(stack, page, maxExcerpts)}`;
}

function nameOf({ role, id, state }: Stack, isBlamed: boolean): Markup {
  const isElse = role === 'other' || role === 'waiting';
  return markup`${isElse && isBlamed ? 'Where it was' : roleWords[role]}${id === '' ? null : markup`: goroutine ${words(id, 40)}`}${
    state === '' ? null : markup`, ${words(state, 200)}`
  }`;
}

/** Goroutines with the same frames, the largest group first. */
function groupsOf(stacks: readonly Stack[]): Stack[][] {
  const groups = new Map<string, Stack[]>();
  for (const stack of stacks) {
    const key = JSON.stringify(stack.frames);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [stack]);
    else group.push(stack);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function groupOf(group: readonly Stack[], page: ReportPage): Markup {
  const [first] = group;
  if (first === undefined) return markup``;
  const own = first.frames.find(({ file }) => page.sources.lines(file) !== null);
  const frame = own ?? first.frames[0];
  const states = [...new Set(group.map(({ state }) => state))].filter((state) => state !== '');
  const more = states.length > 3 ? markup`, …` : null;
  return markup`<details><summary>${group.length > 1 ? plural(group.length, 'goroutine') : markup`goroutine ${words(first.id, 40)}`}${states.slice(0, 3).map((state) => markup`, ${words(state, 100)}`)}${more}${
    frame === undefined ? null : markup` in ${code(shortName(frame.function.slice(0, 1000)), 200)}`
  }</summary>${framesOf(first, page, 1)}</details>`;
}

interface Frame {
  function: string;
  file: string;
  line: number;
}

function framesOf({ frames, createdBy }: Stack, page: ReportPage, excerpts: number): Markup {
  let left = excerpts;
  const isOwn = ({ file }: Frame): boolean => page.sources.lines(file) !== null;
  const rowOf = (frame: Frame): Markup => {
    if (!isOwn(frame)) return markup`<li class="foreign">${frameLine(frame, page)}</li>`;
    const excerpt = left > 0 ? sourceExcerpt(page.sources, frame) : null;
    if (excerpt !== null) left--;
    return markup`<li>${frameLine(frame, page)}${excerpt}</li>`;
  };
  const shown = frames.slice(0, maxFrames);
  const deeper = frames.length - shown.length;
  const rows = shown.some(isOwn)
    ? inRuns(shown, isOwn).map((run) => foldedRun(run, isOwn, rowOf))
    : [shown.map(rowOf)];
  return markup`<ol class="frames">${rows.flat()}${deeper > 0 ? markup`<li class="foreign">${plural(deeper, 'more frame')}</li>` : null}${
    createdBy === null
      ? null
      : markup`<li class="foreign">started by ${frameLine(createdBy, page)}</li>`
  }</ol>`;
}

/** Neighbours of one kind together. */
function inRuns(frames: readonly Frame[], isOwn: (frame: Frame) => boolean): Frame[][] {
  const runs: Frame[][] = [];
  for (const frame of frames) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isOwn(last[0]) === isOwn(frame)) last.push(frame);
    else runs.push([frame]);
  }
  return runs;
}

/** Several frames of other people's code in a row say little: they are folded away. */
function foldedRun(
  run: readonly Frame[],
  isOwn: (frame: Frame) => boolean,
  rowOf: (frame: Frame) => Markup,
): Markup[] {
  const [first] = run;
  if (first === undefined || isOwn(first) || run.length < 2) return run.map(rowOf);
  const packages = [...new Set(run.map((frame) => packageOf(frame.function.slice(0, 1000))))];
  const names = listNames(packages, 3);
  return [
    markup`<li class="foreign"><details><summary>${plural(run.length, 'frame')} in ${code(names, 300)}</summary><ol>${run.map(rowOf)}</ol></details></li>`,
  ];
}

function frameLine(frame: Frame, { links, sources }: ReportPage): Markup {
  const name = shortName(frame.function.slice(0, 1000));
  const known = { source: sources.lines(frame.file) === null ? null : links.source };
  return markup`${code(name, 300)} <span class="where">${placeOf(frame, known)}</span>`;
}
