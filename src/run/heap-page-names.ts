import { encodePackage } from './layout.ts';

const maxNameChars = 120;

/** A file name for the page of each package, all in one folder and none twice: `memory-example.com-m-store.html`. */
export function pageNames(
  packages: readonly { leg: string; package: string }[],
): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(['index.html']);
  for (const { leg, package: path } of packages) {
    const encoded = [...encodePackage(leg), ...encodePackage(path)].join('-');
    const stem = encoded.slice(0, maxNameChars);
    let name = `${stem}.html`;
    // Some file systems take upper and lower case for the same.
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${stem}-${again}.html`;
    taken.add(name.toLowerCase());
    names.set(`${leg} ${path}`, name);
  }
  return names;
}
