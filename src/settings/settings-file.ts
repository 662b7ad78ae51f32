import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Problem } from './input-error.ts';
import type { Layer, Where } from './layer.ts';

/** Reads the text of a settings file into a layer that names each setting by file, line and column. */
export function parseSettingsFile(
  text: string,
  fileName: string,
): { layer: Layer; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      where: `${fileName}:${String(line)}:${String(col)}`,
      what: error.message,
      fix: 'correct the YAML; docs/settings.md has an example',
    };
  });
  const positions = new Map<string, string>();
  const where: Where = (key, inner = []) => {
    const line = innerLine(document, [key, ...inner], lines);
    const place = line === null ? positions.get(key) : `${fileName}:${String(line)}`;
    return `${place ?? fileName} ${key}`;
  };
  const empty = document.contents === null || isNull(document.contents);
  if (problems.length > 0 || empty) return { layer: { values: {}, where }, problems };
  if (!isMap(document.contents)) {
    const what = 'the file must be a mapping of settings';
    const fix = 'write "key: value" lines; docs/settings.md has an example';
    return { layer: { values: {}, where }, problems: [{ where: fileName, what, fix }] };
  }
  for (const { key } of document.contents.items) {
    if (!isScalar(key)) continue;
    const { line } = lines.linePos(key.range[0]);
    positions.set(String(key.value), `${fileName}:${String(line)}`);
  }
  return { layer: { values: plainValue(document, problems, fileName), where }, problems };
}

/** The line of the innermost part that is there, below the setting itself. */
function innerLine(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lines: LineCounter,
): number | null {
  for (let depth = path.length; depth > 1; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/** `---` or `null` and nothing else. */
function isNull(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function plainValue(
  document: ReturnType<typeof parseDocument>,
  problems: Problem[],
  fileName: string,
): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
  } catch (error) {
    // An alias without an anchor, or aliases that multiply beyond measure.
    problems.push({ where: fileName, what: (error as Error).message, fix: 'write the values out' });
    return {};
  }
}
