import type * as z from 'zod/mini';

/** A parser that yields null for anything that is no such record: half a file, another schema, nonsense. */
export function recordParser<T extends z.ZodMiniType>(
  schema: T,
): (json: string | null) => z.infer<T> | null {
  return (json) => {
    if (json === null) return null;
    try {
      const parsed = schema.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
}
