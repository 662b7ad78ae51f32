import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../eslint.config.js';
import { pureRooms } from '../scripts/borders.mjs';

// The project's own configuration, without the rules that need types: the samples are no files on disk.
const eslint = new ESLint({
  overrideConfigFile: true,
  baseConfig: config,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
});

async function problems(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('a border is an error', () => {
  const imports = 'border/import';
  const shell = 'border/no-shell';
  const form = 'no-restricted-syntax';

  it.each([
    ['src/guard.ts', "import * as core from '@actions/core';", imports],
    ['src/cli.ts', "import * as core from '@actions/core';", imports],
    ['src/run/start.ts', "export const core = await import('@actions/core');", imports],
    ['src/run/start.ts', "export type Core = typeof import('@actions/core');", imports],
    ['src/guard.ts', "import { env } from 'node:process';", imports],
    ['src/crash/panic.ts', "import { readFileSync } from 'node:fs';", imports],
    ['src/crash/panic.ts', "import { readFileSync } from 'fs';", imports],
    ['src/crash/deep/panic.ts', "import { readFile } from 'node:fs/promises';", imports],
    ['src/cause/rules.ts', "import { spawn } from 'node:child_process';", imports],
    ['src/heap/record.ts', "import { totalmem } from 'node:os';", imports],
    ['src/report/merge.ts', "import { connect } from 'node:net';", imports],
    ['src/report/merge.ts', "import { judge } from '../verdict/verdict.ts';", imports],
    ['src/report/merge.ts', "import { byWeight } from '../heap/compare/compare.ts';", imports],
    ['src/render/html.ts', "import { get } from 'node:https';", imports],
    ['src/render/html.ts', "export { get } from 'node:http';", imports],
    ['src/gotest/fold.ts', "import { Worker } from 'node:worker_threads';", imports],
    ['src/verdict/policy.ts', "import { supervise } from '../run/supervise.ts';", imports],
    ['src/crash/deep/panic.ts', "import type { Shim } from '../../probe/shim.ts';", imports],
    ['src/evidence/oom.ts', "export * from '../machine/cgroup.ts';", imports],
    ['src/render/comment.ts', "import { post } from '../github/comment.ts';", imports],
    ['src/heap/compare.ts', "import { store } from '../baseline/store.ts';", imports],
    ['src/plan/shards.ts', "import { guard } from '../guard.ts';", imports],
    ['src/run/start.ts', "import { exec } from 'node:child_process';", shell],
    ['src/run/start.ts', "import { execSync as run } from 'node:child_process';", shell],
    ['src/run/start.ts', "import * as child from 'node:child_process';", shell],
    ['src/run/start.ts', 'export const options = { shell: true };', shell],
    ['__tests__/run/start.test.ts', "import { exec } from 'node:child_process';", shell],
    ['scripts/build.mjs', "import { execSync } from 'node:child_process';", shell],
    ['src/guard.ts', 'export const home = process.env.HOME;', form],
    ['src/run/start.ts', "export const home = process['env'].HOME;", form],
    ['src/run/start.ts', 'export const { argv } = process;', form],
    ['src/run/start.ts', 'process.exit(1);', form],
    ['src/run/start.ts', 'export const home = globalThis.process.env.HOME;', form],
    ['src/guard.ts', 'export default function guard(): void {}', form],
    ['src/cli.ts', 'const a = 1;\nexport { a as default };', form],
    ['src/report/ending.ts', 'export enum Ending { passed }', form],
  ])('%s: %s', async (file, code, rule) => {
    expect(await problems(file, code)).toContain(rule);
  });
});

describe('on its own side everything is allowed', () => {
  it.each([
    [
      'src/action.ts',
      "import * as core from '@actions/core';\ncore.info(process.env['HOME'] ?? '');",
    ],
    ['src/github/comment.ts', "import { getOctokit } from '@actions/github';\ngetOctokit('');"],
    ['src/cli.ts', 'process.exit(process.argv.length);'],
    ['src/run/start.ts', "import { spawn } from 'node:child_process';\nspawn('go', ['test']);"],
    ['src/run/start.ts', "import { parse } from '../crash/parse.ts';\nparse();"],
    ['src/crash/parse.ts', "import { basename } from 'node:path';\nbasename('');"],
    ['src/crash/parse.ts', "import { frame } from './run/frame.ts';\nframe();"],
    ['src/crash/parse.ts', "import { fold } from '../gotest/fold.ts';\nfold(process.platform);"],
  ])('%s: %s', async (file, code) => {
    expect(await problems(file, code)).toEqual([]);
  });
});

it.each(pureRooms)('%s is pure', async (room) => {
  expect(await problems(`src/${room}/sample.ts`, "import 'node:fs';")).toEqual(['border/import']);
});
