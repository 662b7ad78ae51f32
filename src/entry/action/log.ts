import { quietLog } from '../../github/quiet-log.ts';
import type { Paint } from '../../render/paint.ts';

/** Colours of the log, which is no terminal and shows them all the same. */
export const paint: Paint = {
  good: (text) => `\u001b[32m${text}\u001b[39m`,
  bad: (text) => `\u001b[31m${text}\u001b[39m`,
  dim: (text) => text,
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
};

export const log = quietLog((text) => {
  process.stdout.write(text);
});
