import * as core from '@actions/core';

/** The state in which main tells post that nothing is left to tell. */
const told = 'told';

/** Nothing is left to tell: main has told it, or there is no report to tell of. */
export function toldAll(): void {
  core.saveState(told, 'yes');
}

export function wasTold(): boolean {
  return core.getState(told) !== '';
}
