import type { Crash } from '../../report/schema.ts';
import { clip } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import { codeBlock, folded } from '../markdown.ts';
import { blamedStack } from '../telling-stacks.ts';

type Stack = Crash['stacks'][number];

const maxFrames = 30;
const maxChars = 4000;
const maxNameChars = 300;
/** The stacks that are shown: the one that crashed, or both sides of a race. */
const shownRoles = ['crashing', 'access', 'previous'] as const;
const roleWords: Partial<Record<Stack['role'], string>> = {
  access: 'the access that was noticed',
  previous: 'the other access',
};

/**
 * The stack of the goroutine that crashed, or that a timeout found at the line that is blamed; folded, from the first frame that somebody
 * wrote on. '' where there is none, and where it is said who waits for whom.
 */
export function stackText(crash: Crash): string {
  const { stacks, waits } = crash;
  const telling = shownRoles.flatMap((role) => stacks.find((stack) => stack.role === role) ?? []);
  const blamed = waits === undefined ? blamedStack(crash) : undefined;
  const shown = telling.length > 0 || blamed === undefined ? telling : [blamed];
  if (shown.length === 0) return '';
  const others = stacks.length - shown.length;
  const more = others > 0 ? `\n\n${plural(others, 'more goroutine')} in the report` : '';
  const text = shown.map((stack) => written(stack, shown.length > 1)).join('\n\n');
  return folded('Stack', codeBlock(`${text}${more}`, maxChars));
}

function written({ id, state, role, frames, createdBy }: Stack, withRole: boolean): string {
  const own = frames.findIndex(({ file }) => isWritten(file));
  const shown = frames.slice(Math.max(0, own), Math.max(0, own) + maxFrames);
  const title = [
    `goroutine ${clip(id, 60)}${state === '' ? '' : ` [${clip(state, 60)}]`}`,
    ...(withRole ? [roleWords[role] ?? role] : []),
  ].join(', ');
  const left = frames.length - Math.max(0, own) - shown.length;
  return [
    `${title}:`,
    ...shown.map((frame) => `  ${callText(frame)}`),
    ...(left > 0 ? [`  ... ${String(left)} more`] : []),
    ...(createdBy === null ? [] : [`  created by ${callText(createdBy)}`]),
  ].join('\n');
}

function callText({ function: name, file, line }: Stack['frames'][number]): string {
  return `${clip(name, maxNameChars)}\n      ${clip(file, maxNameChars)}:${String(line)}`;
}

/** Neither the toolchain's nor a module's that was downloaded: their paths stay absolute. */
function isWritten(file: string): boolean {
  return file !== '' && !file.startsWith('/') && !/^[A-Za-z]:/.test(file);
}
