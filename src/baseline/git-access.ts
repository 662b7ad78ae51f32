import { Buffer } from 'node:buffer';
import { ofOuterGit, quietly } from './git-surroundings.ts';
import type { CommandResult, Environment, RunCommand } from '../machine/command.ts';

export interface GitAccessOptions {
  run: RunCommand;
  env: Environment;
  directory: string;
  /** Sent to the server of GITHUB_SERVER_URL (github.com) only; null where git has credentials of its own. */
  token: string | null;
}

/** Calls git so that it asks nobody, runs no hooks, and speaks English. */
export interface Git {
  (args: readonly string[], options?: GitCallOptions): Promise<CommandResult>;
  /** Takes secrets out of a text that people will read. */
  redact: (text: string) => string;
}

export interface GitCallOptions {
  input?: string | Uint8Array;
  /** Further settings, handed over in the environment, where no other process sees them. */
  config?: readonly (readonly [string, string])[];
  timeoutMs?: number;
}

const timeoutMs = 120_000;

export function gitAccess({ run, env, directory, token }: GitAccessOptions): Git {
  const quiet: Record<string, string | undefined> = {
    ...env,
    LC_ALL: 'C',
    LANGUAGE: undefined,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: 'false',
    SSH_ASKPASS_REQUIRE: 'force',
    GIT_NO_REPLACE_OBJECTS: '1',
    ...Object.fromEntries(ofOuterGit.map((name) => [name, undefined])),
  };
  const credentials = token === null ? [] : tokenSettings(token, env.GITHUB_SERVER_URL);
  const git = (args: readonly string[], options: GitCallOptions = {}): Promise<CommandResult> =>
    run('git', [...quietly, ...args], {
      cwd: directory,
      env: withSettings(quiet, [...credentials, ...(options.config ?? [])]),
      encoding: 'latin1',
      timeoutMs: options.timeoutMs ?? timeoutMs,
      ...(options.input === undefined ? {} : { input: options.input }),
    });
  return Object.assign(git, { redact: redactor(token) });
}

/** The header that actions/checkout uses too; the empty value takes away one that is already configured, as two are refused. */
function tokenSettings(token: string, serverUrl: string | undefined): [string, string][] {
  const server = (serverUrl ?? 'https://github.com').replace(/\/$/, '');
  const name = `http.${server}/.extraheader`;
  return [
    [name, ''],
    [name, `AUTHORIZATION: basic ${basic(token)}`],
  ];
}

function withSettings(
  env: Environment,
  added: readonly (readonly [string, string])[],
): Environment {
  const before = Number(env.GIT_CONFIG_COUNT ?? 0);
  const first = Number.isSafeInteger(before) && before > 0 ? before : 0;
  const entries = added.flatMap(([name, value], index): [string, string][] => [
    [`GIT_CONFIG_KEY_${String(first + index)}`, name],
    [`GIT_CONFIG_VALUE_${String(first + index)}`, value],
  ]);
  return {
    ...env,
    ...Object.fromEntries(entries),
    GIT_CONFIG_COUNT: String(first + added.length),
  };
}

function redactor(token: string | null): (text: string) => string {
  const secrets = token === null || token === '' ? [] : [token, basic(token)];
  return (text) => {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, '***');
    // https://user:password@host/path
    return clean.replace(
      /(?<scheme>[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,500}@/gi,
      '$<scheme>***@',
    );
  };
}

function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
