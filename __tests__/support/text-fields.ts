import { safeParse } from 'zod/mini';
import type * as z from 'zod/mini';

type Schema = z.core.$ZodTypes;
/** What a field holds, and where it is: `packages[].tests.cases[].0`. */
type Visit = (schema: Schema, value: unknown, path: string) => void;

/** The value with the text in every place where its schema takes any text, keys of records too. */
export function withText(schema: z.core.$ZodType, value: unknown, text: string): unknown {
  return walk(schema as Schema, value, text, '', () => undefined);
}

/** Places of the schema that the value leaves empty: absent, null, or a list without items. */
export function emptyPlaces(schema: z.core.$ZodType, value: unknown): string[] {
  const filled = new Set<string>();
  const empty = new Set<string>();
  walk(schema as Schema, value, '', '', ({ _zod: { def } }, found, path) => {
    const hollow =
      found === undefined ||
      found === null ||
      (def.type === 'array' && (found as unknown[]).length === 0) ||
      (def.type === 'record' && Object.keys(found).length === 0);
    (hollow ? empty : filled).add(path);
  });
  return [...empty].filter((path) => !filled.has(path));
}

function walk(schema: Schema, value: unknown, text: string, path: string, visit: Visit): unknown {
  const { def } = schema._zod;
  visit(schema, value, path);
  if (value === undefined || value === null) return value;
  const inner = (next: z.core.$ZodType, found: unknown, step: string): unknown =>
    walk(next as Schema, found, text, `${path}${step}`, visit);
  switch (def.type) {
    case 'nullable':
    case 'optional':
      return inner(def.innerType, value, '');
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([key, next]) => {
          const found = (value as Record<string, unknown>)[key];
          const made = inner(next, found, `.${key}`);
          return made === undefined ? [] : [[key, made]];
        }),
      );
    case 'array':
      return (value as unknown[]).map((each) => inner(def.element, each, '[]'));
    case 'tuple':
      return def.items.map((next, at) => inner(next, (value as unknown[])[at], `.${String(at)}`));
    case 'union': {
      const fitting = def.options.find((option) => safeParse(option, value).success);
      return fitting === undefined ? value : inner(fitting, value, '');
    }
    case 'record':
      // A key that no report can be read with: zod leaves it out.
      if (text === '__proto__') return {};
      return Object.fromEntries(
        Object.values(value).map((each) => [text, inner(def.valueType, each, '{}')]),
      );
    case 'string':
      return text;
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
      return value;
    default:
      throw new Error(`a report has a field of type ${def.type} at ${path}: say what it takes`);
  }
}
