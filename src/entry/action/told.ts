import * as core from '@actions/core';

/** The states in which main tells post that nothing is left to tell, and that its check run has an end. */
const told = 'told';
const concluded = 'concluded';

/** Nothing is left to tell: main has told it, or there is no report to tell of. */
export function toldAll(): void {
  core.saveState(told, 'yes');
}

export function wasTold(): boolean {
  return core.getState(told) !== '';
}

/** The check run is concluded, or there is none. */
export function concludedCheck(): void {
  core.saveState(concluded, 'yes');
}

export function isConcluded(): boolean {
  return core.getState(concluded) !== '';
}
