import type { Fault, PassingRequest } from './fault-proxy.ts';

interface Output {
  title?: string;
  summary?: string;
  text?: string;
  annotations?: { path: string; start_line: number; title: string; message: string }[];
}

/**
 * The emulator takes check runs of any size and forgets the annotations of earlier requests. GitHub documents limits, refuses what is
 * beyond ("No more than 50 items are allowed; 77 were supplied."), and adds annotations to those that are there.
 */
export function strictChecks(): (request: PassingRequest) => Fault | Buffer | null {
  const all = new Map<string, unknown[]>();
  return ({ method, path, body }) => {
    if (method !== 'PATCH' || !/\/check-runs\/\d+$/.test(path)) return null;
    const { output = {}, ...rest } = JSON.parse(body.toString('utf8')) as { output?: Output };
    const problem = problemOf(output);
    if (problem !== null) {
      const message = `Invalid request.\n\n${problem}`;
      return { kind: 'answer', status: 422, body: JSON.stringify({ message }) };
    }
    const annotations = [...(all.get(path) ?? []), ...(output.annotations ?? [])];
    all.set(path, annotations);
    return Buffer.from(JSON.stringify({ ...rest, output: { ...output, annotations } }));
  };
}

function problemOf({ title, summary, text = '', annotations = [] }: Output): string | null {
  if (title === undefined || title === '') return '"title" wasn\'t supplied.';
  if (summary === undefined || summary === '') return '"summary" wasn\'t supplied.';
  if (title.length > 255) return 'title is too long (maximum is 255 characters)';
  for (const long of [summary, text])
    if (Buffer.byteLength(long) > 65_535) return 'Only 65535 characters are allowed.';
  if (annotations.length > 50)
    return `No more than 50 items are allowed; ${String(annotations.length)} were supplied.`;
  for (const annotation of annotations) {
    if (annotation.path === '' || annotation.start_line < 1) return 'Invalid annotation.';
    if (annotation.title.length > 255) return 'title is too long (maximum is 255 characters)';
    if (Buffer.byteLength(annotation.message) > 64 * 1024) return 'message exceeds 64 KB.';
  }
  return null;
}
