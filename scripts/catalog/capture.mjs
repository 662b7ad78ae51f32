// Records what cases print, and tries their fixes: node scripts/catalog/capture.mjs ID... [--go 1.24.9,local,1.27.3]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases } from './case.mjs';
import { inRange } from './go-range.mjs';
import { goEnv, normalise, runCase } from './go-run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    go: { type: 'string', default: '1.24.9,local,1.27.3' },
    quiet: { type: 'boolean', default: false },
  },
});
const wanted = readCases().filter(({ id }) => positionals.includes(id));
for (const id of positionals)
  if (!wanted.some((one) => one.id === id)) console.log(`${id}: there is no such case`);

const scratch = mkdtempSync(join(tmpdir(), 'catalog-'));
try {
  for (const one of wanted) {
    for (const asked of values.go.split(',')) {
      const go = asked === 'local' ? null : asked;
      const { version, goRoot } = goEnv(go);
      if (!inRange(version, one.run.go)) {
        console.log(`${one.id}: not for Go ${version}`);
        continue;
      }
      const before = await runCase(one, { part: 'before', scratch, go });
      const captures = join(one.folder, 'captures');
      mkdirSync(captures, { recursive: true });
      const text = normalise(before.output, { module: before.module, goRoot, scratch });
      writeFileSync(join(captures, `go${version}.txt`), text);
      console.log(
        `\n== ${one.id} before, Go ${version}: exit code ${before.code ?? before.signal}, ${text.length} bytes`,
      );
      if (!values.quiet)
        console.log(
          text.length > 4000 ? `${text.slice(0, 3000)}\n[...]\n${text.slice(-800)}` : text,
        );
      if (before.code === 0) console.log(`!! ${one.id} does not crash under Go ${version}`);
      const after = await runCase(one, { part: 'after', scratch, go });
      console.log(`== ${one.id} after, Go ${version}: exit code ${after.code ?? after.signal}`);
      if (after.code !== 0)
        console.log(`!! the fix of ${one.id} does not pass:\n${after.output.slice(0, 4000)}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
