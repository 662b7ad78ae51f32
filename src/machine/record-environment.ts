import { availableParallelism, release } from 'node:os';
import type { RecordEnvironment } from '../baseline/record.ts';
import type { Environment } from './command.ts';
import type { GoToolchain } from './go-toolchain.ts';

const maxChars = 200;

/** Where figures are measured, as far as it changes them. `env` is that of the tests. */
export function recordEnvironment({
  env,
  go,
}: {
  env: Environment;
  go: Pick<GoToolchain, 'version'>;
}): RecordEnvironment {
  const text = (name: string): string | null => env[name]?.trim().slice(0, maxChars) || null;
  // Hosted runners set both: ubuntu24 and 20261109.64.1
  const image = [text('ImageOS'), text('ImageVersion')].filter((part) => part !== null).join(' ');
  const wanted = /^[1-9]\d{0,5}$/.test(text('GOMAXPROCS') ?? '') ? Number(env['GOMAXPROCS']) : null;
  return {
    go: go.version.slice(0, maxChars),
    runnerImage: image === '' ? null : image,
    kernel: release() || null,
    cpus: wanted ?? availableParallelism(),
    gogc: text('GOGC'),
    gomemlimit: text('GOMEMLIMIT'),
  };
}
