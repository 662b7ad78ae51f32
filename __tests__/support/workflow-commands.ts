/** A line of a step's log that the runner takes as a command. */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

export interface ObeyedLog {
  /** What the runner would do, in order; `stop-commands` is one of them. */
  obeyed: WorkflowCommand[];
  /** What it would have done had commands not been stopped. */
  ignored: WorkflowCommand[];
  /** Commands are still stopped at the end of the log. */
  stopped: boolean;
}

// All commands that the runner registers; names are compared without regard to case.
const commands =
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output warning'.split(
    ' ',
  );

/**
 * What the runner makes of a step's standard output (actions/runner, ActionCommand.cs and ActionCommandManager.cs). A line is
 *
 *     blanks "::" NAME [" " KEY "=" VALUE {"," KEY "=" VALUE}] "::" DATA
 *     anything "##[" NAME [" " KEY "=" VALUE {";" KEY "=" VALUE}] "]" DATA
 *
 * with one of the registered names. `::stop-commands::TOKEN` makes TOKEN the only one that is obeyed, until it comes.
 */
export function obey(log: string): ObeyedLog {
  const result: ObeyedLog = { obeyed: [], ignored: [], stopped: false };
  const names = new Set([...commands, 'stop-commands']);
  let token: string | null = null;
  for (const line of log.split(/\r\n|\n|\r/)) {
    const command = parseColons(line, names) ?? parseBrackets(line, names);
    if (command === null) continue;
    if (token !== null) {
      if (command.name !== token) result.ignored.push(command);
      else {
        names.delete(token);
        token = null;
      }
      continue;
    }
    result.obeyed.push(command);
    if (command.name !== 'stop-commands') continue;
    token = command.data.toLowerCase();
    if (token === '' || names.has(token)) throw new Error(`"${token}" is no token: the step fails`);
    names.add(token);
  }
  return { ...result, stopped: token !== null };
}

function parseColons(line: string, names: ReadonlySet<string>): WorkflowCommand | null {
  const match = /^[\s\u0085]*::(?<info>.*?)::(?<data>.*)$/s.exec(line)?.groups;
  return match === undefined
    ? null
    : toCommand(match['info'] ?? '', ',', match['data'] ?? '', names, /%(?:0D|0A|3A|2C|25)/g);
}

function parseBrackets(line: string, names: ReadonlySet<string>): WorkflowCommand | null {
  const match = /##\[(?<info>.*?)\](?<data>.*)$/s.exec(line)?.groups;
  return match === undefined
    ? null
    : toCommand(match['info'] ?? '', ';', match['data'] ?? '', names, /%(?:3B|0D|0A|5D|25)/g);
}

function toCommand(
  info: string,
  separator: string,
  data: string,
  names: ReadonlySet<string>,
  escapes: RegExp,
): WorkflowCommand | null {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!names.has(name)) return null;
  const decode = (text: string): string => text.replace(escapes, decodeURIComponent);
  const properties: Record<string, string> = {};
  for (const property of space < 0 ? [] : info.slice(space + 1).split(separator)) {
    const equals = property.indexOf('=');
    if (equals > 0)
      properties[property.slice(0, equals).trim()] = decode(property.slice(equals + 1));
  }
  return { name, properties, data: decode(data) };
}
