import { expect, it } from '@jest/globals';
import { commandRunner, describeFailure, type CommandOptions } from '../../src/machine/command.ts';

const options: CommandOptions = { cwd: '/', env: process.env };
const node = process.execPath;

it.each([
  ['exits', ['-e', 'console.log(1); process.exit(3)'], { kind: 'exited', code: 3, stdout: '1\n' }],
  [
    'is killed',
    ['-e', 'process.kill(process.pid, "SIGKILL")'],
    { kind: 'signaled', signal: 'SIGKILL' },
  ],
])('a command that %s', async (_, args, result) => {
  const run = commandRunner(new AbortController().signal);
  expect(await run(node, args, options)).toMatchObject(result);
});

it('a command that is not there', async () => {
  const run = commandRunner(new AbortController().signal);
  const result = await run('/no/such/program', [], options);
  expect(describeFailure(result)).toContain('could not be started');
});

it('one that takes too long is ended, and what it said is kept', async () => {
  const run = commandRunner(new AbortController().signal);
  const began = Date.now();
  // A shell says its word at once, also on a busy machine.
  const args = ['-c', 'printf began; exec sleep 60'];
  expect(await run('sh', args, { ...options, timeoutMs: 3000 })).toMatchObject({
    kind: 'signaled',
    signal: 'SIGKILL',
    stdout: 'began',
  });
  expect(Date.now() - began).toBeLessThan(50_000);
});

it('one that leaves a grandchild with its output behind is not waited for either', async () => {
  const run = commandRunner(new AbortController().signal);
  const began = Date.now();
  const result = await run('sh', ['-c', 'sleep 60 & exec sleep 60'], {
    ...options,
    timeoutMs: 300,
  });
  expect(result.kind).toBe('signaled');
  expect(Date.now() - began).toBeLessThan(50_000);
});

it('all end when the run is stopped', async () => {
  const stop = new AbortController();
  const running = commandRunner(stop.signal)(node, ['-e', 'setTimeout(() => {}, 60_000)'], options);
  stop.abort();
  expect(await running).toMatchObject({ kind: 'signaled' });
});
