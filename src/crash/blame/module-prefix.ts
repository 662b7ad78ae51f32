/** How many path elements a module's path has at least, by its host; the first row that fits. */
const depths: readonly { host: RegExp; sample: string; elements: number }[] = [
  {
    host: /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht|golang\.org|google\.golang\.org)$/,
    sample: 'github.com/ada/engine/notes',
    elements: 3,
  },
  { host: /\./, sample: 'example.com/engine/notes', elements: 2 },
  { host: /^/, sample: 'engine/notes', elements: 1 },
];

/** What all packages of a package's module have in common for certain; the module's own path may be longer. */
export function modulePrefix(importPath: string): string {
  const parts = importPath.split('/');
  const elements = depths.find(({ host }) => host.test(parts[0] ?? ''))?.elements ?? 1;
  return parts
    .slice(0, elements)
    .join('/')
    .replace(/_test$/, '');
}

/** Whether a package has this path or one below it; an external test package counts as the one that it tests. */
export function isBelow(importPath: string, prefix: string): boolean {
  return (
    importPath === prefix || importPath === `${prefix}_test` || importPath.startsWith(`${prefix}/`)
  );
}
