import { packageOf } from './frame.ts';

// example.com/m.Do                          a function
// example.com/m.(*Store[...]).Get           a method
// example.com/m.Store.Get.func1.2           a closure in a method
// example.com/m.TestX.(*Store).Get.gowrap1  a closure in a method that was inlined into TestX (Go 1.22)
// example.com/m.init.0  example.com/m.glob..func1  example.com/m.Store.Get-fm  example.com/m.Do-range1

/** What the compiler calls a function that the source gives no name. */
const nameless = /^(?:func\d+|gowrap\d+|deferwrap\d+|\d+|glob|)$/;

/** The identifiers after the import path, from the outermost in: `TestX`, `Store`, `Get`. */
export function identifiersOf(functionName: string): string[] {
  return localParts(functionName).filter((part) => !nameless.test(part));
}

/** Whether the function is a literal inside another one. */
export function isClosure(functionName: string): boolean {
  const last = localParts(functionName).at(-1) ?? '';
  return /-range\d+$/.test(withoutTypes(functionName)) || /^(?:func\d+|\d+)$/.test(last);
}

function localParts(functionName: string): string[] {
  const plain = withoutTypes(functionName);
  const path = plain.slice(plain.lastIndexOf('/') + 1);
  const dot = path.indexOf('.');
  if (dot < 0) return [path];
  return path
    .slice(dot + 1)
    .split('.')
    .map((part) => part.replace(/^\(\*?(?<type>[^)]*)\)/, '$<type>').replace(/-\w+$/, ''));
}

/** Without what stands in brackets: type arguments may hold dots, slashes and brackets of their own. */
function withoutTypes(name: string): string {
  if (!name.includes('[')) return name;
  let depth = 0;
  let kept = '';
  for (const char of name) {
    if (char === '[') depth++;
    else if (char === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += char;
  }
  return kept;
}

/** `m.Get` for `example.com/m.Get`: how people say it. */
export function shortName(functionName: string): string {
  const plain = withoutTypes(functionName);
  const path = packageOf(plain);
  const dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
  return dot < 0 ? plain : `${path.slice(path.lastIndexOf('/') + 1)}${plain.slice(dot)}`;
}
