// A/A: the same code twice is never a growth, on a quiet and on a busy machine.
import { join } from 'node:path';
import { goRootRepository } from './go-root.mjs';
import { guardedRun } from './guarded-run.mjs';
import { busyMachine } from './load.mjs';
import { repositoryOf } from './repository.mjs';
import { printTable } from './table.mjs';

/** @typedef {import('../../src/report/comparison-schema.ts').PackageComparison} PackageComparison */
/** @typedef {{ of: string, busy: boolean, packages: PackageComparison[], seconds: number }} Compared */

// Small and large ones, among them those whose work is random (crypto/rsa, math/big) or depends on the collector (archive/zip).
const standardLibrary = `
  archive/tar archive/zip bufio bytes compress/bzip2 compress/flate compress/gzip container/heap context crypto/rsa
  crypto/sha256 crypto/x509 database/sql embed encoding/asn1 encoding/base64 encoding/binary encoding/csv encoding/gob
  encoding/hex encoding/json encoding/pem encoding/xml errors expvar flag fmt go/ast go/constant go/doc go/format go/parser
  go/printer go/scanner hash/crc32 hash/maphash html html/template image/draw image/jpeg image/png index/suffixarray io
  io/fs log log/slog maps math/big math/rand mime mime/multipart mime/quotedprintable net/mail net/netip net/rpc
  net/textproto net/url os os/exec path/filepath reflect regexp/syntax slices sort strconv strings sync testing/fstest
  text/scanner text/tabwriter text/template text/template/parse time unicode/utf8 unique
`;

const leastComparisons = 100;

/** @param {{ cli: string, examples: string, rounds: number }} request @returns {boolean} whether all is well */
export function unchangedCode({ cli, examples, rounds }) {
  const began = performance.now();
  const all = [
    ...comparisons(cli, goRootRepository(), {
      ...{ of: 'standard library', folder: 'src', rounds },
      packages: standardLibrary.trim().split(/\s+/),
      testFlags: ['-short'],
    }),
    ...comparisons(
      cli,
      { repository: repositoryOf(examples), env: {} },
      {
        ...{ of: 'examples', folder: '.', rounds, packages: [], testFlags: [] },
      },
    ),
  ];
  return summary(all, (performance.now() - began) / 1000);
}

/**
 * One commit with records, then commits that change nothing, half of them on a busy machine.
 * @param {string} cli
 * @param {{ repository: import('./repository.mjs').Repository, env: Record<string, string> }} module
 * @param {{ of: string, folder: string, rounds: number, packages: string[], testFlags: string[] }} how
 * @returns {Compared[]}
 */
function comparisons(cli, { repository, env }, { of, folder, rounds, packages, testFlags }) {
  const out = join(repository.folder, '..', 'out');
  const run = () =>
    guardedRun({
      ...{ cli, out, env, packages, testFlags },
      folder: join(repository.folder, folder),
      args: ['--fresh'],
    });
  try {
    run();
    return Array.from({ length: 2 * rounds }, (_, round) => {
      const busy = round % 2 === 1;
      repository.commit(`Nothing ${round}`);
      const rest = busy ? busyMachine() : () => undefined;
      try {
        const { report, seconds } = run();
        const all = report.comparison?.packages ?? [];
        return { of, busy, packages: all.filter(({ base }) => base !== null), seconds };
      } finally {
        rest();
      }
    });
  } finally {
    repository.remove();
  }
}

/** @param {Compared[]} all @param {number} seconds */
function summary(all, seconds) {
  const verdicts = /** @type {const} */ (['regressed', 'warned', 'unconfirmed', 'improved']);
  printTable([
    ['code', 'machine', 'compared', 'blocked', 'warned', 'not confirmed', 'improved', 'seconds'],
    ...all.map(({ of, busy, packages, seconds: elapsed }) => [
      ...[of, busy ? 'busy' : 'quiet', String(packages.length)],
      ...verdicts.map((verdict) =>
        String(packages.filter((item) => item.verdict === verdict).length),
      ),
      elapsed.toFixed(0),
    ]),
  ]);
  const compared = all.flatMap(({ packages }) => packages);
  const blocked = compared.filter((item) => figures(item).some(isBlocking));
  const missed = compared.filter(({ state }) => state !== 'compared');
  const warned = compared.filter(
    (item) => !blocked.includes(item) && figures(item).some(isWarning),
  );
  for (const item of [...blocked, ...warned])
    for (const figure of figures(item).filter((one) => isBlocking(one) || isWarning(one)))
      console.log(
        `${figure.verdict}: ${item.package} ${figure.where} ${figure.metric}: ${figure.because}`,
      );
  for (const { package: name, state, because } of missed)
    console.log(`${state}: ${name}: ${because ?? ''}`);
  console.log(
    `A/A: ${compared.length - missed.length} comparisons of identical code, ${blocked.length} blocked, ${warned.length} warned (${seconds.toFixed(0)} s)`,
  );
  const enough = compared.length - missed.length >= leastComparisons;
  return enough && blocked.length === 0 && warned.length <= compared.length / 100;
}

/** @param {Figure} figure */
function isBlocking({ verdict }) {
  return verdict === 'regressed';
}

/** Also what nobody could confirm or refute. @param {Figure} figure */
function isWarning({ verdict, head, limit }) {
  return verdict === 'warned' || (verdict === 'unconfirmed' && head > limit);
}

/** @typedef {import('../../src/report/comparison-schema.ts').MetricComparison & { where: string }} Figure */

/** @param {PackageComparison} item @returns {Figure[]} */
function figures({ metrics, tests, benchmarks }) {
  return [
    ...metrics.map((row) => ({ where: 'as a whole', ...row })),
    ...tests.flatMap(({ test, metrics: own }) => own.map((row) => ({ where: test, ...row }))),
    ...benchmarks.flatMap(({ name, metrics: own }) => own.map((row) => ({ where: name, ...row }))),
  ];
}
