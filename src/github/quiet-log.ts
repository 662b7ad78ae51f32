import { randomUUID } from 'node:crypto';
import { oneLine } from '../report/format.ts';

const maxTitleChars = 200;

/**
 * The step's log with workflow commands switched off: test output may begin a line with `::`, which the runner would obey.
 * `resume` must be called before our own commands. Groups do not nest; one that is left open ends with `resume`.
 */
export interface QuietLog {
  write: (text: string) => void;
  resume: () => void;
  /** A part that a reader of the log opens. */
  groups: { open: (title: string) => void; close: () => void };
}

export function quietLog(raw: (text: string) => void): QuietLog {
  const token = randomUUID();
  let stopped = false;
  let grouped = false;
  const resume = (): void => {
    if (stopped) raw(`\n::${token}::\n`);
    stopped = false;
    if (grouped) raw('::endgroup::\n');
    grouped = false;
  };
  return {
    write(text) {
      if (!stopped) raw(`::stop-commands::${token}\n`);
      stopped = true;
      raw(unmarked(text));
    },
    resume,
    groups: {
      open(title) {
        resume();
        raw(`::group::${commandData(unmarked(oneLine(title, maxTitleChars)))}\n`);
        grouped = true;
      },
      close: resume,
    },
  };
}

/** GitHub's page obeys some commands in what it shows, switched off or not: `##[endgroup]` would end our group. */
export function unmarked(text: string): string {
  return text.replaceAll('##[', '## [');
}

/** Text of one line as the runner decodes a command's data. */
function commandData(line: string): string {
  return line.replaceAll('%', '%25');
}
