import type { Environment } from '../../machine/command.ts';

/** What the runner gives to actions only: inputs (the token is one), state, and the keys of its own services. */
const ownOfActions = /^(?:INPUT_|STATE_|GITHUB_STATE$|ACTIONS_(?:RUNTIME|RESULTS|CACHE)_)/i;

/**
 * The environment of a `run` step, for everything that this action starts: tests must find what they find without it, and no key
 * that they would not have had may get into their cores, their output and what is made of both.
 */
export function stepEnvironment(env: NodeJS.ProcessEnv): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ownOfActions.test(name)));
}
