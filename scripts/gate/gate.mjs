// Proves the gate: injected growths are blocked (A/B), identical code is not (A/A).
// node scripts/gate/gate.mjs [--rounds N] [--cli FILE] [injected [PART OF AN ID ...] | unchanged]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, root, writeBundle } from '../build.mjs';
import { injectedGrowths } from './injected.mjs';
import { unchangedCode } from './unchanged.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '1' },
    cli: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const [part, ...asked] = positionals;
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1');
if (part !== undefined && part !== 'injected' && part !== 'unchanged')
  throw new Error(`not "injected" or "unchanged": ${part}`);

const cli = values.cli ?? (await freshCli());
const shop = join(root, '__tests__/fixtures/growth');
const good = [
  part === 'unchanged' || injectedGrowths({ cli, shop, asked, rounds }),
  part === 'injected' || unchangedCode({ cli, examples: join(root, 'examples'), rounds }),
];
process.exitCode = good.every(Boolean) ? 0 : 1;

/** The sources as they are now. */
async function freshCli() {
  const out = join(root, 'node_modules/.cache/go-crash-guard/gate');
  writeBundle(await bundle(), out);
  return join(out, 'cli.js');
}
