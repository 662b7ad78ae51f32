// Makes the pictures of the README from a run of a small module: node scripts/pictures.mjs [OUT=docs/images]
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';
import { bundle, writeBundle } from './build.mjs';
import { importSource } from './source-module.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const images = resolve(process.argv[2] ?? join(root, 'docs/images'));
const maxBytes = 200 * 1024;

/** Where a reader would get by the links. */
const links = {
  run: 'https://github.com/octo-org/shop/actions/runs/1',
  report: 'https://github.com/octo-org/shop/actions/runs/1/artifacts/1',
  source: `https://github.com/octo-org/shop/blob/${'3f2c1a9'.padEnd(40, '0')}`,
  artifacts: [],
};

/** Marks that a machine without fonts of pictures cannot show, and what stands for them. */
const marks = [
  { mark: '\u274c', class: 'bad', shown: '\u2717' },
  { mark: '\u2705', class: 'good', shown: '\u2713' },
  { mark: '\u26a0\ufe0f', class: 'warned', shown: '\u26a0' },
];

const scratch = mkdtempSync(join(tmpdir(), 'crash-guard-pictures-'));
try {
  const shop = await troubledShop();
  const { renderComment } = await importSource('src/render/comment.ts');
  const { writeReportPage } = await importSource('src/run/report-page.ts');
  const { repositoryAt } = await importSource('src/machine/source-files.ts');
  const report = JSON.parse(readFileSync(join(shop.out, 'report.json'), 'utf8'));
  await writeReportPage({
    ...{ out: shop.out, report, links, repository: repositoryAt(shop.directory) },
    assetsDirectory: join(scratch, 'dist/heap-page'),
  });
  const comment = join(scratch, 'comment.html');
  writeFileSync(
    comment,
    commentPage(renderComment(report, { links, title: null, untrusted: false })),
  );
  await takePictures(join(shop.out, 'report.html'), comment);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Two commits of the module, in the second of which a package allocates more; below a ceiling that another one does not fit under. */
async function troubledShop() {
  const dist = join(scratch, 'dist');
  writeBundle(await bundle(), dist);
  const directory = join(scratch, 'shop');
  const out = join(scratch, 'out');
  const config = join(scratch, 'config.yml');
  writeFileSync(config, 'heap: {confirm: off}\n');
  cpSync(join(root, '__tests__/fixtures/shop'), directory, {
    recursive: true,
    // Names that nobody would give a test.
    filter: (path) => !path.endsWith('names_test.go'),
  });
  const env = {
    ...process.env,
    ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
    ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' },
    ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' },
  };
  /** @param {string[]} args */
  const git = (...args) => execFileSync('git', args, { cwd: directory, env, stdio: 'ignore' });
  /** @param {string[]} args */
  const guard = (...args) => {
    const own = ['--legs', 'memory', '--core-dumps', 'off', '--config', config, '--out', out];
    const words = [join(dist, 'cli.js'), 'run', ...own, ...args];
    spawnSync(process.execPath, words, { cwd: directory, env, stdio: 'ignore', timeout: 300_000 });
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a shop');
  // What is compiled now needs no room below the ceiling.
  guard('--memory-limit', 'off', '--baseline', 'none', './...', '--', '-run=^$');
  guard('--memory-limit', 'off', './store');
  writeFileSync(join(directory, 'store/size.go'), 'package store\n\nconst perOrder = 512\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a larger index');
  guard('--memory-limit', '400MiB', '--fresh', './...', '--', '-p=1');
  return { directory, out };
}

/** A comment as it stands in a pull request. @param {string} markdown */
function commentPage(markdown) {
  const html = micromark(markdown, {
    allowDangerousHtml: true, // it is ours
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const shown = marks.reduce(
    (text, { mark, class: kind, shown: sign }) =>
      text.replaceAll(mark, `<span class="${kind}">${sign}</span>`),
    html,
  );
  const style = readFileSync(join(root, 'scripts/github-like.css'), 'utf8');
  return `<!doctype html><meta charset="utf-8"><title>comment</title><style>${style}</style>
<div class="comment"><div class="author"><strong>github-actions</strong> bot commented now</div><div class="text">${shown}</div></div>`;
}

/** @param {string} reportPage @param {string} commentFile */
async function takePictures(reportPage, commentFile) {
  const { findBrowser, browserFlags } = await importSource('__tests__/support/browser.ts');
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('there is no Chromium here');
  mkdirSync(images, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    for (const { name, file, colorScheme, width } of /** @type {const} */ ([
      { name: 'report.png', file: reportPage, colorScheme: 'light', width: 1200 },
      { name: 'report-dark.png', file: reportPage, colorScheme: 'dark', width: 1200 },
      { name: 'comment.png', file: commentFile, colorScheme: 'light', width: 894 },
    ])) {
      const page = await browser.newPage({ viewport: { width, height: 1250 }, colorScheme });
      await page.goto(pathToFileURL(file).href);
      const path = join(images, name);
      await page.screenshot({ path });
      const { size } = statSync(path);
      if (size > maxBytes) throw new Error(`${name} has ${size} bytes, ${maxBytes} are allowed`);
      console.log(`${relative(process.cwd(), path)}: ${Math.round(size / 1024)} KiB`);
    }
  } finally {
    await browser.close();
  }
}
