import { expect, it } from '@jest/globals';
import { attemptJobs } from '../../src/github/attempt-jobs.ts';
import { openGithub, type Github } from '../../src/github/client.ts';
import { githubApi, type Routes } from '../support/github-api.ts';

const path = '/repos/org/repo/actions/runs/7/attempts/2/jobs';

async function open(route: Routes[string]): Promise<Github> {
  const { url } = await githubApi({ [`GET ${path}`]: route });
  return openGithub({ token: 't', apiUrl: url, repository: 'org/repo', retryDelayMs: 1 });
}

it('the jobs of an attempt are read from all pages', async () => {
  const all = Array.from({ length: 130 }, (_, i) => ({
    ...{ id: i, run_id: 7, run_attempt: 2, name: `shard (${i + 1}/130)` },
    ...{ status: 'completed', conclusion: i === 129 ? null : 'success' },
  }));
  const github = await open((_, url) => {
    const [page, size] = ['page', 'per_page'].map((key) => Number(url.searchParams.get(key)));
    const jobs = all.slice((page! - 1) * size!, page! * size!);
    return { json: { total_count: all.length, jobs } };
  });
  const jobs = await attemptJobs(github, 7, 2);

  expect(jobs).toHaveLength(130);
  expect(jobs[0]).toEqual({ name: 'shard (1/130)', conclusion: 'success' });
  expect(jobs[129]).toEqual({ name: 'shard (130/130)', conclusion: null });
});

it('a token that may not read them is told what it lacks', async () => {
  const message = 'Resource not accessible by integration';
  const github = await open(() => ({ status: 403, json: { message } }));

  await expect(attemptJobs(github, 7, 2)).rejects.toThrow('the jobs of the workflow run');
  await expect(attemptJobs(github, 7, 2)).rejects.toThrow('actions: read');
});
