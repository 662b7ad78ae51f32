import { githubApi, type Answer, type Routes } from './github-api.ts';
import { jobSource } from './runner.ts';

export interface ServedCheck {
  id: number;
  name: string;
  head_sha: string;
  external_id: string;
  status: string;
  conclusion: string | null;
  output: { title: string; summary: string };
}

export interface ChecksApi {
  url: string;
  checks: ServedCheck[];
  /** From now on no check run can be changed, or all can again. */
  refuseChanges: (refused: boolean) => void;
  /** From now on a check run is created at once and its creation is never answered. */
  swallowCreation: () => void;
}

/** The part of GitHub's API that has check runs; everything else is not found. */
export async function checksApi(): Promise<ChecksApi> {
  const checks: ServedCheck[] = [];
  let [refused, swallowed] = [false, false];
  const repo = `/repos/${jobSource.repository}`;
  const shown = ({ output, ...check }: ServedCheck): object => ({
    ...{ ...check, html_url: `https://github.com/checks/${String(check.id)}` },
    output: { ...output, annotations_count: 0 },
  });
  const create = (body: string): Answer => {
    const given = JSON.parse(body) as Omit<ServedCheck, 'id' | 'conclusion'>;
    const check = { ...given, id: 100 + checks.length, conclusion: null };
    checks.push({ ...check, output: { title: '', summary: '' } });
    return swallowed ? { silent: true } : { status: 201, json: shown(checks.at(-1)!) };
  };
  const change = (id: number, body: string): Answer => {
    const check = checks.find((one) => one.id === id);
    if (check === undefined) return { status: 404, json: { message: 'Not Found' } };
    if (refused) return { status: 503, json: { message: 'down' } };
    Object.assign(check, JSON.parse(body));
    return { json: shown(check) };
  };
  const routes: Routes = {
    [`POST ${repo}/check-runs`]: (_, _url, body) => create(body),
    [`GET ${repo}/commits/${jobSource.sha}/check-runs`]: () => ({
      json: { total_count: checks.length, check_runs: checks.map(shown) },
    }),
  };
  for (const id of [100, 101, 102])
    routes[`PATCH ${repo}/check-runs/${String(id)}`] = (_, _url, body) => change(id, body);
  const { url } = await githubApi(routes);
  return {
    ...{ url, checks },
    refuseChanges: (value) => (refused = value),
    swallowCreation: () => (swallowed = true),
  };
}
