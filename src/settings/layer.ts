import type * as z from 'zod/mini';
import type { Problem } from './input-error.ts';
import { nearest } from './nearest.ts';
import { settingsFileSchema, type SettingKey, type SettingsFile } from './schema.ts';

/** What one source (flags, action inputs, the settings file) says, and how that source names each setting. */
export interface Layer {
  values: Record<string, unknown>;
  where: (key: string) => string;
}

export interface ValidLayer {
  values: SettingsFile;
  where: (key: string) => string;
}

const keys = Object.keys(settingsFileSchema.shape) as SettingKey[];

/** Checks a layer against the one schema. Wrong keys and values become problems and are left out of the values. */
export function validateLayer(layer: Layer): { layer: ValidLayer; problems: Problem[] } {
  const parsed = settingsFileSchema.safeParse(layer.values);
  if (parsed.success) return { layer: { values: parsed.data, where: layer.where }, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => describeIssue(issue, layer));
  return { layer: { values: {}, where: layer.where }, problems };
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
  const where = layer.where(String(key)) + rest.map((part) => `[${String(part)}]`).join('');
  return [{ where, ...describeValueIssue(issue) }];
}

function describeValueIssue(issue: z.core.$ZodIssue): { what: string; fix: string } {
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, allowed) : null;
      const hint = near === null ? '' : `did you mean ${near}? `;
      return {
        what: `${show(issue.input)} is not allowed`,
        fix: `${hint}allowed: ${allowed.join(', ')}`,
      };
    }
    case 'invalid_type':
      return {
        what: `${show(issue.input)} is of the wrong kind`,
        fix: `give ${article(issue.expected)}`,
      };
    case 'unrecognized_keys':
      return {
        what: `unknown key ${issue.keys.map(show).join(', ')}`,
        fix: 'see docs/settings.md for the keys of a leg',
      };
    case 'invalid_union':
      return {
        what: `${show(issue.input)} is no leg: ${issue.errors.at(-1)?.[0]?.message ?? 'wrong form'}`,
        fix: 'give a name (lower-case letters, digits, "-") or a mapping with name, race, heap-profile, tags, env, go, flags',
      };
    default:
      return { what: `${show(issue.input)} ${issue.message}`, fix: 'see docs/settings.md' };
  }
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
