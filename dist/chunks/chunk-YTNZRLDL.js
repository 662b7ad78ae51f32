import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/defined-only.ts
function definedOnly(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}

export {
  definedOnly
};
