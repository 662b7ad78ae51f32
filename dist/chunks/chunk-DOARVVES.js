import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/github/event-source.ts
function eventSource(told) {
  const text = (value) => value === "" ? null : value;
  return {
    module: null,
    repository: text(told.repository),
    sha: text(told.sha),
    ref: text(told.ref),
    event: text(told.eventName)
  };
}

export {
  eventSource
};
