// What the guard costs, as ratios within one run: node scripts/bench.mjs [start|fold|crash|heap|agent|guarded ...]
import { agent } from './bench/agent.mjs';
import { crash } from './bench/crash.mjs';
import { fold } from './bench/fold.mjs';
import { guarded } from './bench/guarded.mjs';
import { heap } from './bench/heap.mjs';
import { start } from './bench/start.mjs';

const all = { start, fold, crash, heap, agent, guarded };
const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(all)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
