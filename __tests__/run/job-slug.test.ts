import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jobSlug, jobTitle, slugPattern } from '../../src/run/job-slug.ts';

describe('jobSlug', () => {
  it('is the same for the same job, and another one for another workflow, job or matrix', () => {
    const use = { workflow: 'ci', job: 'test', key: '{"go":"1.26"}' };
    expect(jobSlug(use)).toBe(jobSlug({ ...use }));
    const others = [{ workflow: 'nightly' }, { job: 'Test' }, { key: '{"go":"1.27"}' }];
    const slugs = others.map((other) => jobSlug({ ...use, ...other }));
    expect(new Set([jobSlug(use), ...slugs]).size).toBe(4);
  });

  it('is safe in a file name, whatever the job is called', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (workflow, job, key) => {
        expect(jobSlug({ workflow, job, key })).toMatch(slugPattern);
      }),
    );
  });
});

it.each([
  ['', 'test'],
  ['{"os":"ubuntu-latest","go":1.26,"race":true}', 'test, ubuntu-latest, 1.26, true'],
  ['{"os":"ubuntu-latest"}\nservices/api', 'test, ubuntu-latest, services/api'],
  ['slow tests', 'test, slow tests'],
  ['{"shard":{"nested":1}}', 'test'],
  ['[broken', 'test, [broken'],
])('the title of %j', (key, title) => {
  expect(jobTitle({ job: 'test', key })).toBe(title);
});
