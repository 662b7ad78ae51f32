import { createEffort } from './effort.ts';
import { goBlocks, type GoBlocks } from './go-blocks.ts';
import { functionTokens } from './go-tokens.ts';
import { isKeyword, operandAfter, operandBefore, type Operand } from './operand.ts';

export type Deed =
  | 'lock'
  | 'rlock'
  | 'unlock'
  | 'runlock'
  | 'once'
  | 'send'
  | 'receive'
  | 'close'
  | 'done'
  | 'wait'
  | 'signal';

/** Something that a function does to what others may wait for. */
export interface Action {
  deed: Deed;
  operand: Operand;
  /** The word that says it, its line, and the innermost block around it. */
  at: number;
  line: number;
  block: number;
  /** It is done when the function ends. */
  deferred: boolean;
  /** The word `go` stands before it. */
  elsewhere: boolean;
}

/** A function as far as it deals with others. */
export interface GoFunction extends GoBlocks {
  actions: readonly Action[];
}

const methods: Readonly<Record<string, Deed>> = {
  Lock: 'lock',
  RLock: 'rlock',
  Unlock: 'unlock',
  RUnlock: 'runlock',
  Do: 'once',
  Done: 'done',
  Wait: 'wait',
  Signal: 'signal',
  Broadcast: 'signal',
};

/** The function that is declared in a line, with all that it does. */
export function goFunction(
  lines: readonly string[],
  from: number,
  effort = createEffort(),
): GoFunction {
  const source = goBlocks(functionTokens(lines, from, effort));
  const actions: Action[] = [];
  source.tokens.forEach((_, at) => {
    const found = methodAt(source, at) ?? channelAt(source, at);
    if (found !== null) actions.push(found);
  });
  return { ...source, actions };
}

// s.mu.Lock()   defer wg.Done()
function methodAt(source: GoBlocks, at: number): Action | null {
  const { tokens } = source;
  const word = tokens[at]?.text ?? '';
  const deed = Object.hasOwn(methods, word) ? methods[word] : undefined;
  if (deed === undefined || tokens[at - 1]?.text !== '.' || tokens[at + 1]?.text !== '(')
    return null;
  const found = operandBefore(source, at - 2);
  // <-ctx.Done()
  if (found === null || tokens[found.start - 1]?.text === '<-') return null;
  return action(source, at, deed, found.operand, found.start);
}

// queue <- job   <-done   close(done)   range queue
function channelAt(source: GoBlocks, at: number): Action | null {
  const { tokens } = source;
  const word = tokens[at]?.text;
  if (word === 'close' && tokens[at + 1]?.text === '(' && tokens[at - 1]?.text !== '.') {
    const found = operandAfter(source, at + 2);
    return found === null ? null : action(source, at, 'close', found.operand, at);
  }
  if (word === 'range') {
    const found = operandAfter(source, at + 1);
    if (found === null) return null;
    // It receives again with each turn.
    const block = source.blockOf[found.end + 1] ?? 0;
    return { ...action(source, at, 'receive', found.operand, at), block };
  }
  if (word !== '<-' || tokens[at + 1]?.text === 'chan' || tokens[at - 1]?.text === 'chan')
    return null;
  const before = tokens[at - 1];
  const endsOne =
    before?.line === tokens[at]?.line &&
    before !== undefined &&
    ((before.kind === 'name' && !isKeyword(before.text)) || /^[)\]]$/.test(before.text));
  if (endsOne) {
    const found = operandBefore(source, at - 1);
    return found === null ? null : action(source, at, 'send', found.operand, found.start);
  }
  const found = operandAfter(source, at + 1);
  return found === null ? null : action(source, at, 'receive', found.operand, at);
}

function action(
  { tokens, blockOf }: GoBlocks,
  at: number,
  deed: Deed,
  operand: Operand,
  start: number,
): Action {
  const before = tokens[start - 1]?.text;
  return {
    deed,
    operand,
    at,
    line: tokens[at]?.line ?? 0,
    block: blockOf[at] ?? 0,
    deferred: before === 'defer',
    elsewhere: before === 'go',
  };
}
