// Decodes two heap profiles and compares them: node heap-compare.mjs BASE HEAD SAMPLE-TYPE
import { readFileSync } from 'node:fs';
import { compareProfiles } from '../../src/heap/difference.ts';
import { readProfile, type PprofProfile } from '../../src/heap/profile.ts';

const [base = '', head = '', sampleType = ''] = process.argv.slice(2);

function open(path: string): PprofProfile {
  const reading = readProfile(readFileSync(path));
  if (reading.kind === 'refused') throw new Error(`${path}: ${reading.because}`);
  return reading.profile;
}

const difference = compareProfiles(open(base), open(head), sampleType);
if (difference.kind === 'refused') throw new Error(difference.because);
const rows = difference.rows.map((row) =>
  [row.flat.head - row.flat.base, row.cumulative.head - row.cumulative.base, row.function].join(
    ' ',
  ),
);
process.stdout.write(`${rows.join('\n')}\n`);
