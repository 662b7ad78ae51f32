import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/links.ts
var noLinks = { run: null, report: null, source: null, artifacts: [] };

export {
  noLinks
};
