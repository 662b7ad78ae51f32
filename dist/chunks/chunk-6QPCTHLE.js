import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/action/step-environment.ts
var ownOfActions = /^(?:INPUT_|STATE_|GITHUB_STATE$|ACTIONS_(?:RUNTIME|RESULTS|CACHE)_)/i;
function stepEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ownOfActions.test(name)));
}

export {
  stepEnvironment
};
