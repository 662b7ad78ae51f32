// What users have in .github/workflows, with events and permissions of their choice.

/** A job that checks out, sets up Go and guards the tests; its step has the id guard. */
export function testWorkflow(on: string, inputs: Record<string, string> = {}): string {
  const given = Object.entries({ legs: 'memory', 'core-dumps': 'off', ...inputs });
  return `name: test
on: ${on}
permissions:
  contents: write
  checks: write
  pull-requests: write
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-go@v6
      - uses: org/go-crash-guard@v1
        id: guard
        with:
${given.map(([name, value]) => `          ${name}: ${JSON.stringify(value)}\n`).join('')}`;
}

/** The second workflow for pull requests of forks: it publishes what the first one uploaded. */
export const commentWorkflow = `name: comment
on:
  workflow_run:
    workflows: [test]
    types: [completed]
permissions:
  actions: read
  pull-requests: write
jobs:
  comment:
    runs-on: ubuntu-latest
    steps:
      - uses: org/go-crash-guard@v1
        id: guard
        with:
          mode: comment
`;

/** Three jobs: the plan, one job for each shard, and the one report. The job of the shard LOST ends before it has done anything. */
export const matrixWorkflow = `name: test
on: [push, pull_request]
permissions:
  contents: write
  checks: write
  pull-requests: write
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs:
      matrix: \${{ steps.guard.outputs.matrix }}
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-go@v6
      - uses: org/go-crash-guard@v1
        id: guard
        with:
          mode: plan
          shard: 2
  run:
    needs: plan
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    steps:
      - run: case "$SHARD" in "$LOST"*) exit 1 ;; esac
        env:
          SHARD: \${{ matrix.shard }}
          LOST: \${{ env.LOST || 'none' }}
      - uses: actions/checkout@v6
      - uses: actions/setup-go@v6
      - uses: org/go-crash-guard@v1
        id: guard
        with:
          shard: \${{ matrix.shard }}
          legs: memory
          core-dumps: off
  report:
    needs: run
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-go@v6
      - uses: org/go-crash-guard@v1
        id: guard
        with:
          mode: report
`;

/** A test file of package NAME whose tests all pass. */
export const passing = (name = 'm'): string =>
  `package ${name}\n\nimport "testing"\n\nfunc TestPasses(t *testing.T) {}\n`;

/** One whose test panics in line 5. */
export const panicking = (name = 'm'): string =>
  `package ${name}\n\nimport "testing"\n\nfunc TestPanics(t *testing.T) { panic("two is not three") }\n`;
