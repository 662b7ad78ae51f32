import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/plural.ts
function plural(count, noun, many = `${noun}s`) {
  return `${String(count)} ${count === 1 ? noun : many}`;
}

export {
  plural
};
