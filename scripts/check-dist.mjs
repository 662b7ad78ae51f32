// Is dist/ what the sources build today? node scripts/check-dist.mjs
import { join } from 'node:path';
import { bundle, differences, root } from './build.mjs';

const problems = differences(await bundle(), join(root, 'dist'));
if (problems.length > 0) {
  for (const problem of problems) console.error(`dist/${problem}`);
  console.error('dist/ is not what the sources build: run `make build` and commit dist/.');
  process.exit(1);
}
console.log('dist/ is current');
