// go f()   select {   <-done   make(chan int)   sync.Mutex   atomic.AddInt64   errgroup.Group   context.WithTimeout   time.AfterFunc
const places =
  /\bgo\s+[\p{L}_(]|\bselect\s*\{|<-|\bchan\b|\bsync\.[A-Z]|\batomic\.[A-Z]|\berrgroup\.|\bcontext\.With[A-Z]|\btime\.(?:AfterFunc|NewTimer|NewTicker)\b/gu;

/** How many places of a Go source start, lock or wait for other goroutines. Comments and texts do not count. */
export function concurrentPlaces(source: string): number {
  let count = 0;
  for (const code of codeOf(source)) count += code.match(places)?.length ?? 0;
  return count;
}

/** The parts of a Go source between its comments, strings and runes, each of one line; linear in its length. */
function* codeOf(source: string): Generator<string> {
  let start = 0;
  let at = 0;
  while (at < source.length) {
    const end = endOfText(source, at);
    if (end === at) {
      if (source[at] !== '\n') {
        at++;
        continue;
      }
    }
    yield source.slice(start, at);
    at = Math.max(end, at + 1);
    start = at;
  }
  yield source.slice(start);
}

/** Behind the comment, string or rune that begins here; the same place where none does. */
function endOfText(source: string, at: number): number {
  const two = source.slice(at, at + 2);
  if (two === '//') return endAt(source, '\n', at + 2, 0);
  if (two === '/*') return endAt(source, '*/', at + 2, 2);
  if (two[0] === '`') return endAt(source, '`', at + 1, 1);
  const quote = two[0];
  if (quote !== '"' && quote !== "'") return at;
  for (let inside = at + 1; inside < source.length; inside++) {
    const char = source[inside];
    if (char === '\\') inside++;
    else if (char === quote) return inside + 1;
    else if (char === '\n') return inside;
  }
  return source.length;
}

function endAt(source: string, mark: string, from: number, markChars: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + markChars;
}
