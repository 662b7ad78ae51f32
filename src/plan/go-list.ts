import * as z from 'zod/mini';

// What `go list -e -json=...` prints a package, as far as it is asked for (`go help list`).
const packageSchema = z.object({
  ImportPath: z.string(),
  Dir: z.optional(z.string()),
  Name: z.optional(z.string()),
  Standard: z.optional(z.boolean()),
  Module: z.optional(
    z.object({ Path: z.string(), Dir: z.optional(z.string()), Main: z.optional(z.boolean()) }),
  ),
  GoFiles: z.optional(z.array(z.string())),
  CgoFiles: z.optional(z.array(z.string())),
  IgnoredGoFiles: z.optional(z.array(z.string())),
  InvalidGoFiles: z.optional(z.array(z.string())),
  TestGoFiles: z.optional(z.array(z.string())),
  XTestGoFiles: z.optional(z.array(z.string())),
  EmbedPatterns: z.optional(z.array(z.string())),
  TestEmbedPatterns: z.optional(z.array(z.string())),
  XTestEmbedPatterns: z.optional(z.array(z.string())),
  Error: z.optional(z.object({ Err: z.string() })),
});

export interface ListedPackage {
  package: string;
  /** Absolute, '' when there is none. */
  dir: string;
  /** The name in the package clause, '' when unknown. */
  name: string;
  standard: boolean;
  module: { path: string; dir: string } | null;
  /** Base names of the files in the package's own tests and in its external test package. */
  testFiles: string[];
  externalTestFiles: string[];
  /** Base names of the package's other Go files. */
  sourceFiles: string[];
  /** Patterns of go:embed, relative to dir. */
  embedPatterns: string[];
  /** Go files of any kind. */
  files: number;
  error: string | null;
}

export const listFields = Object.keys(packageSchema.shape).join(',');

/** Parses the stream of JSON objects that `go list -json` prints; an object that cannot be read is a problem, not a throw. */
export function parseGoList(stdout: string): { packages: ListedPackage[]; problems: string[] } {
  const packages: ListedPackage[] = [];
  const problems: string[] = [];
  for (const text of stdout.split(/^(?=\{\s*$)/m)) {
    if (text.trim() === '') continue;
    try {
      packages.push(toListed(packageSchema.parse(JSON.parse(text))));
    } catch (error) {
      problems.push(`go list printed something unreadable: ${(error as Error).message}`);
    }
  }
  return { packages, problems };
}

function toListed(raw: z.infer<typeof packageSchema>): ListedPackage {
  const kinds = [
    raw.GoFiles,
    raw.CgoFiles,
    raw.IgnoredGoFiles,
    raw.InvalidGoFiles,
    raw.TestGoFiles,
    raw.XTestGoFiles,
  ];
  return {
    package: raw.ImportPath,
    dir: raw.Dir ?? '',
    name: raw.Name ?? '',
    standard: raw.Standard ?? false,
    module: raw.Module === undefined ? null : { path: raw.Module.Path, dir: raw.Module.Dir ?? '' },
    testFiles: raw.TestGoFiles ?? [],
    externalTestFiles: raw.XTestGoFiles ?? [],
    sourceFiles: [...(raw.GoFiles ?? []), ...(raw.CgoFiles ?? [])],
    embedPatterns: [
      ...(raw.EmbedPatterns ?? []),
      ...(raw.TestEmbedPatterns ?? []),
      ...(raw.XTestEmbedPatterns ?? []),
    ],
    files: kinds.reduce((sum, list) => sum + (list?.length ?? 0), 0),
    error: raw.Error?.Err ?? null,
  };
}
