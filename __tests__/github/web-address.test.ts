import { describe, expect, it } from '@jest/globals';
import { artifactUrl, runUrl, sourceUrl } from '../../src/github/web-address.ts';

const place = {
  ...{ serverUrl: 'https://github.com', repository: 'octo-org/octo.repo' },
  ...{ runId: '17000000000', runAttempt: '2' },
};
const sha = '0123456789abcdef0123456789abcdef01234567';

it('names the pages of a run', () => {
  expect(runUrl(place)).toBe(
    'https://github.com/octo-org/octo.repo/actions/runs/17000000000/attempts/2',
  );
  expect(artifactUrl(place, 7)).toBe(
    'https://github.com/octo-org/octo.repo/actions/runs/17000000000/artifacts/7',
  );
  expect(sourceUrl(place, sha)).toBe(`https://github.com/octo-org/octo.repo/blob/${sha}`);
});

describe('names none', () => {
  it.each(['', 'repo', 'a/b/c', 'a/b)', 'a/b c', '](x)/y'])(
    'of the repository %j',
    (repository) => {
      const odd = { ...place, repository };
      expect([runUrl(odd), artifactUrl(odd, 1), sourceUrl(odd, sha)]).toEqual([null, null, null]);
    },
  );

  it.each([null, '', 'main', 'HEAD', sha.slice(1)])('of the commit %j', (commit) => {
    expect(sourceUrl(place, commit)).toBeNull();
  });

  it('of a run without a number', () => {
    expect(runUrl({ ...place, runId: '' })).toBeNull();
  });
});
