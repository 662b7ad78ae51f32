/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  injectGlobals: false,
  roots: ['<rootDir>/__tests__'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: [
    '<rootDir>/__tests__/fixtures/',
    '<rootDir>/dist/',
    '/\\.crash-guard/',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript' },
          transform: { verbatimModuleSyntax: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFiles: ['<rootDir>/__tests__/support/seeds.js'],
  globalSetup: '<rootDir>/__tests__/support/build-bundle.js',
  reporters: ['default', '<rootDir>/__tests__/support/counts.js'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
