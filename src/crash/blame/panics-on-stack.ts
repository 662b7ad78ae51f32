import type { Frame } from '../frame.ts';
import type { PanicValue } from '../parsed-crash.ts';

// A deferred call runs on top of the panic that it runs because of, so the stack of nested panics has all of them:
//
//     testing.tRunner.func1.2      raises the value again that it recovered
//     testing.tRunner.func1
//     panic
//     m.(*Order).Close.func1       the deferred call: the second panic
//     panic
//     m.(*Order).Close             the first panic

const raises = /^(?:panic|runtime\.gopanic)$/;

/** Where each panic begins on the stack, from the last one raised to the first: indexes of frames. */
export function panicStarts(frames: readonly Frame[]): number[] {
  const starts = [0];
  frames.forEach((frame, index) => {
    if (raises.test(frame.function) && index > 0) starts.push(index + 1);
  });
  return starts;
}

/** How many panics on the stack, from the last one, only raise again the value that was raised before them. */
export function repanicsAtTop(panics: readonly PanicValue[]): number | 'all' {
  const last = panics.at(-1);
  if (last === undefined) return 0;
  // Up to Go 1.24 each time has a line of its own; later they share one.
  let again = last.repanicked ? 1 : 0;
  let at = panics.length - 1;
  while (at > 0 && panics[at - 1]?.recovered === true && panics[at - 1]?.text === last.text) {
    again++;
    at--;
  }
  return again > 0 && at === 0 ? 'all' : again;
}
