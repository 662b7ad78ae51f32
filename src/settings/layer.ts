import type * as z from 'zod/mini';
import type { Problem } from './input-error.ts';
import { nearest } from './nearest.ts';
import { settingFixes, settingsFileSchema, type SettingKey, type SettingsFile } from './schema.ts';

/** How a source names a setting; where it knows the line of an inner part, it names that. */
export type Where = (key: string, inner?: readonly PropertyKey[]) => string;

/** What one source (flags, action inputs, the settings file) says, and how that source names each setting. */
export interface Layer {
  values: Record<string, unknown>;
  where: Where;
}

export interface ValidLayer {
  values: SettingsFile;
  where: Where;
}

const keys = Object.keys(settingsFileSchema.shape) as SettingKey[];

/** Checks a layer against the one schema. Wrong keys and values become problems and are left out of the values. */
export function validateLayer(layer: Layer): { layer: ValidLayer; problems: Problem[] } {
  const { where } = layer;
  const parsed = settingsFileSchema.safeParse(layer.values, { reportInput: true });
  if (parsed.success) return { layer: { values: parsed.data, where }, problems: [] };
  const { issues } = parsed.error;
  const problems = issues.flatMap((issue) => describeIssue(issue, layer));
  return { layer: { values: rightValues(layer.values, issues), where }, problems };
}

/** What is right still counts, so that what depends on it is checked in the same run. */
function rightValues(values: Layer['values'], issues: z.core.$ZodIssue[]): SettingsFile {
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0
        ? issue.keys
        : [String(issue.path[0])],
    ),
  );
  const right = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  const parsed = settingsFileSchema.safeParse(right);
  return parsed.success ? parsed.data : {};
}

function describeIssue(issue: z.core.$ZodIssue, layer: Layer): Problem[] {
  const [key, ...rest] = issue.path;
  if (issue.code === 'unrecognized_keys' && key === undefined) {
    return issue.keys.map((unknown) => {
      const near = nearest(unknown, keys);
      return {
        where: layer.where(unknown),
        what: `unknown setting ${JSON.stringify(unknown)}`,
        fix:
          near === null
            ? `known settings: ${keys.join(', ')}`
            : `did you mean ${JSON.stringify(near)}?`,
      };
    });
  }
  if (issue.code === 'invalid_union' && isMapping(issue.input)) {
    // A leg: the mapping is the last member of the union, and its own issues say more.
    const inner = issue.errors.at(-1) ?? [];
    return inner.flatMap((one) =>
      describeIssue({ ...one, path: [...issue.path, ...one.path] }, layer),
    );
  }
  const where = layer.where(String(key), rest) + inBrackets(rest);
  const described = describeValueIssue(issue);
  const names = issue.path.map((part) => (typeof part === 'number' ? '[]' : String(part)));
  const own = settingFixes[names.join('.')];
  const useOwn = own !== undefined && issue.code !== 'invalid_value';
  return [{ where, ...described, ...(useOwn ? { fix: own } : {}) }];
}

const missing = 'it is missing';

function describeValueIssue(issue: z.core.$ZodIssue): { what: string; fix: string } {
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, allowed) : null;
      const hint = near === null ? '' : `did you mean ${near}? `;
      return {
        what: issue.input === undefined ? missing : `${show(issue.input)} is not allowed`,
        fix: `${hint}allowed: ${allowed.join(', ')}`,
      };
    }
    case 'invalid_type':
      return {
        what: issue.input === undefined ? missing : `${show(issue.input)} is of the wrong kind`,
        fix: `give ${article(issue.expected)}`,
      };
    case 'unrecognized_keys':
      return {
        what: `unknown key ${issue.keys.map(show).join(', ')}`,
        fix: 'see docs/settings.md for the keys of a leg',
      };
    case 'invalid_union':
      if (issue.path[0] !== 'legs')
        return {
          what: issue.input === undefined ? missing : `${show(issue.input)} is of the wrong kind`,
          fix: 'see docs/settings.md',
        };
      return {
        what: `${show(issue.input)} is no leg`,
        fix: 'give a name (lower-case letters, digits, "-") or a mapping with name, race, heap-profile, tags, env, go, flags',
      };
    case 'invalid_key':
      return {
        what: `${show(issue.input)} ${issue.issues[0]?.message ?? issue.message}`,
        fix: 'give another name',
      };
    default:
      return { what: `${show(issue.input)} ${issue.message}`, fix: 'see docs/settings.md' };
  }
}

/** `[accept][0][until]` */
export function inBrackets(path: readonly PropertyKey[]): string {
  return path.map((part) => `[${String(part)}]`).join('');
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? 'nothing' : text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function article(kind: string): string {
  return (
    { array: 'a list', record: 'a mapping', object: 'a mapping', boolean: 'true or false' }[kind] ??
    `a ${kind}`
  );
}
