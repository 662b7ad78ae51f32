// Makes a small fixture of a real report.json: what depends on the machine is taken out, and what no Markdown is made of.
//   node scripts/trim-report.mjs REPORT FOLDER-OF-THE-RUN... > __tests__/fixtures/reports/NAME.json
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @typedef {import('../src/report/schema.ts').Report} Report */

const maxText = 1500;

/** @param {Report} report @param {readonly string[]} folders paths that become /src @returns {Report} */
export function trimmed(report, folders) {
  const small = {
    ...report,
    preflight: [],
    heap: [],
    legs: report.legs.map((leg) => ({ ...leg, command: ['go', 'test'] })),
    packages: report.packages.map((run) => ({
      ...run,
      attempts: run.attempts.map((attempt) => withoutTimeline({ ...attempt, limits: {} })),
      tests: withoutCases(run.tests),
    })),
  };
  return JSON.parse(JSON.stringify(small), (_key, value) =>
    typeof value === 'string' ? anywhere(value, folders).slice(0, maxText) : value,
  );
}

/** @param {import('../src/report/schema.ts').Attempt} attempt */
function withoutTimeline({ timeline: _timeline, ...rest }) {
  return rest;
}

/** @param {import('../src/report/schema.ts').PackageRun['tests']} tests */
function withoutCases({ cases: _cases, ...rest }) {
  return rest;
}

/** @param {string} text @param {readonly string[]} folders */
function anywhere(text, folders) {
  return folders
    .reduce((left, folder) => left.replaceAll(folder, '/src'), text)
    .replace(
      /[\w/-]*\/crash-guard-[0-9a-f]+(\/t-[0-9a-f]+)?/g,
      (_, test) => `/cgroup/crash-guard-1${test ? '/t-2' : ''}`,
    );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path = '', ...folders] = process.argv.slice(2);
  const report = trimmed(JSON.parse(readFileSync(path, 'utf8')), folders);
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
}
