// What the guard costs, as ratios within one run: node scripts/bench.mjs [start|fold|crash|heap|baseline|agent|guarded|resilience ...]
import { agent } from './bench/agent.mjs';
import { baseline } from './bench/baseline.mjs';
import { crash } from './bench/crash.mjs';
import { fold } from './bench/fold.mjs';
import { guarded } from './bench/guarded.mjs';
import { heap } from './bench/heap.mjs';
import { resilience } from './bench/resilience.mjs';
import { start } from './bench/start.mjs';

const all = { start, fold, crash, heap, baseline, agent, guarded, resilience };
const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(all)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
