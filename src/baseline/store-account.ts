import { parseInputPath } from '../fuzz/corpus-store.ts';
import type { StoreAccount } from '../report/baseline-view.ts';
import { parsePath } from './layout.ts';

/** What lies at these paths of a store; what is none of ours counts nowhere. */
export function accountOf(paths: readonly string[]): StoreAccount {
  const account: StoreAccount = { records: 0, runRecords: 0, fuzzInputs: { count: 0, bytes: 0 } };
  for (const path of paths) {
    const kind = parsePath(path)?.kind;
    if (kind === 'heap') account.records++;
    else if (kind === 'run') account.runRecords++;
    else {
      const input = parseInputPath(path);
      if (input === null) continue;
      account.fuzzInputs.count++;
      account.fuzzInputs.bytes += input.bytes;
    }
  }
  return account;
}
