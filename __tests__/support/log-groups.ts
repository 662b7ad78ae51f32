export interface LogGroup {
  /** Null for what stands outside of groups. */
  title: string | null;
  lines: string[];
}

/**
 * What a reader of the log sees folded. The runner turns `::group::` into `##[group]`, unless commands are stopped; the page goes by
 * the text alone, so that `##[endgroup]` ends a group also where commands are stopped.
 */
export function groupsOf(log: string): LogGroup[] {
  const groups: LogGroup[] = [];
  let current: LogGroup = { title: null, lines: [] };
  let token: string | null = null;
  const begin = (title: string | null): void => {
    groups.push(current);
    current = { title, lines: [] };
  };
  for (const line of log.split(/\r\n|\r|\n/)) {
    const stop = /^::stop-commands::(?<token>.+)$/.exec(line)?.groups?.['token'];
    const shown = token === null ? line.replace(/^::(group|endgroup)::/, '##[$1]') : line;
    if (token === null && stop !== undefined) token = stop;
    else if (line === `::${String(token)}::`) token = null;
    else if (shown.startsWith('##[group]')) begin(shown.slice('##[group]'.length));
    else if (shown.startsWith('##[endgroup]')) begin(null);
    else if (shown !== '') current.lines.push(shown);
  }
  groups.push(current);
  return groups.filter(({ title, lines }) => title !== null || lines.length > 0);
}
