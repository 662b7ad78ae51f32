import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/run/cancellation.ts
function createCancellation() {
  const controller = new AbortController();
  let first = null;
  const listeners = /* @__PURE__ */ new Set();
  return {
    requested: () => first,
    stop: controller.signal,
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request(signal) {
      const urgent = first !== null;
      first ??= signal;
      controller.abort();
      for (const listener of listeners) listener(signal, urgent);
    }
  };
}

export {
  createCancellation
};
