// The borders between the rooms of src/, as a table and an ESLint plugin that reads it.
import { isBuiltin } from 'node:module';
import { dirname, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Rooms of pure functions: values in, values out. */
export const pureRooms = [
  ...['settings', 'plan', 'gotest', 'evidence', 'crash', 'cause', 'catalog', 'heap', 'verdict'],
  ...['report', 'render', 'recovery', 'isolate', 'leaks', 'stress', 'fuzz'],
];
/** Rooms that touch the outside world. */
export const outsideRooms = ['run', 'probe', 'machine', 'inspect', 'github', 'baseline'];
/** Files that may read the environment and the arguments, and end the process. */
export const entries = ['src/action.ts', 'src/cli.ts', 'src/entry/**'];

const outsideModules = [
  ...['fs', 'fs/promises', 'child_process', 'os', 'net', 'tls', 'dgram', 'dns', 'dns/promises'],
  ...['http', 'https', 'http2', 'worker_threads', 'cluster'],
];

/**
 * A row holds for the files in `within`, except those in `except`, and refuses what `refuses` says of an imported
 * module: its name (without "node:"), or its path from the root of the checkout.
 * @type {{ within: RegExp, except?: RegExp, refuses: RegExp, because: string }[]}
 */
const importBorders = [
  {
    within: /^src\//,
    except: /^src\/(action\.ts$|entry\/action\/|github\/)/,
    refuses: /^@actions\//,
    because:
      '@actions/* belongs to src/action.ts, src/entry/action and src/github: hand in a port instead',
  },
  {
    within: /^src\//,
    except: /^src\/(action\.ts$|cli\.ts$|entry\/)/,
    refuses: /^process$/,
    because: 'the process belongs to the entries: hand in the value instead',
  },
  {
    within: new RegExp(`^src/(${pureRooms.join('|')})/`),
    refuses: new RegExp(`^(${outsideModules.join('|')})$`),
    because: 'this room is pure: hand in a value or a port instead',
  },
  {
    within: new RegExp(`^src/(${pureRooms.join('|')})/`),
    refuses: new RegExp(`^src/((${outsideRooms.join('|')})/|(action|cli|guard)\\.ts$)`),
    because: 'a pure room does not know the rooms that touch the outside world',
  },
  {
    within: /^src\/report\//,
    refuses: /^src\/(heap|verdict|cause|recovery|render)\//,
    because: 'the report is what those rooms make and read: it does not know them',
  },
];

/** @type {import('eslint').Rule.RuleModule} */
const importRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    const borders = importBorders.filter((row) => row.within.test(file) && !row.except?.test(file));
    /** @param {any} node @param {any} source */
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return;
      const target = moduleName(file, source.value);
      for (const { refuses, because } of borders) {
        if (refuses.test(target)) context.report({ node, message: `${target}: ${because}.` });
      }
    };
    return {
      ImportDeclaration: (node) => {
        check(node, node.source);
      },
      ExportNamedDeclaration: (node) => {
        check(node, node.source);
      },
      ExportAllDeclaration: (node) => {
        check(node, node.source);
      },
      ImportExpression: (node) => {
        check(node, node.source);
      },
      TSImportType: (/** @type {any} */ node) => {
        check(node, node.source ?? node.argument?.literal);
      },
    };
  },
};

/** @type {import('eslint').Rule.RuleModule} */
const noShellRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const message =
      'Import spawn or execFile from node:child_process by name: shell strings break on quotes.';
    /** @param {any} node */
    const isChildProcess = (node) => /^(node:)?child_process$/.test(String(node.source?.value));
    return {
      ImportDeclaration(node) {
        if (!isChildProcess(node)) return;
        for (const specifier of node.specifiers) {
          const name =
            specifier.type === 'ImportSpecifier' && 'name' in specifier.imported
              ? specifier.imported.name
              : '*';
          if (['*', 'exec', 'execSync', 'default'].includes(name)) {
            context.report({ node: specifier, message });
          }
        }
      },
      ExportAllDeclaration: (node) => {
        if (isChildProcess(node)) context.report({ node, message });
      },
      ExportNamedDeclaration: (node) => {
        if (isChildProcess(node)) context.report({ node, message });
      },
      ImportExpression: (node) => {
        if (isChildProcess(node)) context.report({ node, message });
      },
      'Property[key.name="shell"][value.value=true]': (/** @type {any} */ node) => {
        context.report({ node, message: 'No shell: hand the arguments over as an array.' });
      },
    };
  },
};

const processProperty = '/^(env|argv|exit)$/';
const processBecause =
  'process.env, process.argv and process.exit belong to the entries: hand in the value instead.';

/** Forms that no file of src/ uses. */
const unwanted = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Named exports only.',
  },
  { selector: 'TSEnumDeclaration', message: 'No enums: use a union of string literals.' },
];
const processAccess = [
  {
    selector: `MemberExpression[object.name="process"][property.name=${processProperty}]`,
    message: processBecause,
  },
  {
    selector: `MemberExpression[object.name="process"][property.value=${processProperty}]`,
    message: processBecause,
  },
  {
    selector: 'MemberExpression[object.name="globalThis"][property.name="process"]',
    message: processBecause,
  },
  {
    selector: `VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name=${processProperty}]`,
    message: processBecause,
  },
];

const border = { rules: { import: importRule, 'no-shell': noShellRule } };

/** @type {import('eslint').Linter.Config[]} */
export const borders = [
  {
    name: 'borders',
    files: ['src/**/*.ts'],
    plugins: { border },
    rules: {
      'border/import': 'error',
      'border/no-shell': 'error',
      'no-restricted-syntax': ['error', ...unwanted, ...processAccess],
    },
  },
  {
    name: 'borders/entries',
    files: entries,
    rules: { 'no-restricted-syntax': ['error', ...unwanted] },
  },
  {
    name: 'borders/around',
    files: ['__tests__/**/*.ts', 'scripts/**/*.mjs'],
    plugins: { border },
    rules: { 'border/no-shell': 'error', 'no-restricted-syntax': ['error', ...unwanted] },
  },
];

/**
 * "node:fs" -> "fs"; "../run/spawn.ts" seen from src/crash/panic.ts -> "src/run/spawn.ts"; anything else as it is.
 * @param {string} file
 * @param {string} specifier
 */
function moduleName(file, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  return isBuiltin(specifier) ? specifier.replace(/^node:/, '') : specifier;
}
