import { join } from 'node:path';
import * as z from 'zod/mini';
import {
  describeFailure,
  uninterrupted,
  type Environment,
  type RunCommand,
} from '../machine/command.ts';
import type { ListedPackage } from '../plan/go-list.ts';
import type { DeclaredPackage } from '../plan/plan.ts';
import { InputError } from '../settings/input-error.ts';
import type { Leg } from '../settings/settings.ts';

const answerSchema = z.object({
  packages: z.array(
    z.object({
      package: z.string(),
      testMain: z.boolean(),
      quiet: z.boolean(),
      around: z.nullable(
        z.object({
          file: z.string(),
          clause: z.string(),
          edits: z.array(z.object({ at: z.int(), removed: z.int(), text: z.string() })),
        }),
      ),
      tests: z.nullable(
        z.array(
          z.object({
            name: z.string(),
            kind: z.enum(['test', 'fuzz', 'example']),
            file: z.string(),
            line: z.int(),
          }),
        ),
      ),
    }),
  ),
});

export interface DeclaredRequest {
  /** The probe's `declared` program. */
  program: string;
  run: RunCommand;
  env: Environment;
  directory: string;
  leg: Leg;
  goMinor: number;
  packages: readonly ListedPackage[];
  overlay: Readonly<Record<string, string>>;
}

/** Reads from the sources which tests each package declares and this leg selects, in the order of the packages. */
export async function declaredTests(request: DeclaredRequest): Promise<DeclaredPackage[]> {
  const { run: runFlag, skip } = request.leg.goTestFlags;
  const packages = request.packages.map((listed) => {
    const file = (base: string): { name: string; content: string } => {
      const name = join(listed.dir, base);
      return { name, content: request.overlay[name] ?? name };
    };
    return {
      package: listed.package,
      files: [...listed.testFiles, ...listed.externalTestFiles].map(file),
      sources: listed.sourceFiles.map(file),
    };
  });
  const input = JSON.stringify({ run: runFlag, skip, goMinor: request.goMinor, packages });
  const result = uninterrupted(
    'listing the declared tests',
    await request.run(request.program, [], {
      cwd: request.directory,
      env: request.env,
      input,
    }),
  );
  if (result.kind !== 'exited')
    throw new Error(`the list of declared tests ${describeFailure(result)}`);
  const answer: unknown = JSON.parse(result.stdout);
  const refusal = z.object({ error: z.string() }).safeParse(answer);
  if (refusal.success) {
    const fix = 'use the syntax of Go regular expressions (regexp/syntax)';
    throw new InputError([{ where: 'go-test-flags', what: refusal.data.error, fix }]);
  }
  return answerSchema.parse(answer).packages.map(({ tests, testMain, around, quiet }) => ({
    tests: tests ?? [],
    testMain,
    around,
    quiet,
  }));
}
