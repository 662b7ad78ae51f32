/**
 * Whether a package is meant by a pattern as the settings have it: an import path, or one that begins with `./` and counts from the
 * module's root. `...` stands for anything, `*` for anything without a slash; `x/...` means x too, as in the go command.
 */
export function fitsPackage(pattern: string, name: string, modulePath: string | null): boolean {
  const path = absolutePattern(pattern, modulePath);
  if (path === null) return false;
  if (path.endsWith('/...') && fits(path.slice(0, -4), name)) return true;
  return fits(path, name);
}

/** `TestImport*`; `*` stands for anything. */
export function fitsTest(pattern: string, test: string): boolean {
  return fits(pattern.replaceAll('*', '...'), test);
}

function absolutePattern(pattern: string, modulePath: string | null): string | null {
  if (pattern !== '.' && !pattern.startsWith('./')) return pattern;
  if (modulePath === null) return null;
  const below = pattern.slice(2).replace(/\/$/, '');
  // The packages of the standard library do not begin with the name of their module.
  if (modulePath === 'std') return below;
  return below === '' ? modulePath : `${modulePath}/${below}`;
}

/** All places of the pattern that the text read so far may have led to; text and pattern are walked once. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.match(/\.\.\.|[^]/gu) ?? [];
  let places = withWildcardsSkipped(new Set([0]), parts);
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      const part = parts[place];
      if (part === '...' || (part === '*' && character !== '/')) next.add(place);
      else if (part === character) next.add(place + 1);
    }
    if (next.size === 0) return false;
    places = withWildcardsSkipped(next, parts);
  }
  return places.has(parts.length);
}

/** A wildcard may stand for nothing. Sets are walked in the order of adding, so that what is added here is looked at too. */
function withWildcardsSkipped(places: Set<number>, parts: readonly string[]): Set<number> {
  for (const place of places)
    if (parts[place] === '...' || parts[place] === '*') places.add(place + 1);
  return places;
}
