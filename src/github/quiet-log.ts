import { randomUUID } from 'node:crypto';

/**
 * The step's log with workflow commands switched off: test output may begin a line with `::`, which the runner would obey.
 * `resume` must be called before our own commands.
 */
export interface QuietLog {
  write: (text: string) => void;
  resume: () => void;
}

export function quietLog(raw: (text: string) => void): QuietLog {
  const token = randomUUID();
  let stopped = false;
  return {
    write(text) {
      if (!stopped) raw(`::stop-commands::${token}\n`);
      stopped = true;
      raw(text);
    },
    resume() {
      if (stopped) raw(`\n::${token}::\n`);
      stopped = false;
    },
  };
}
