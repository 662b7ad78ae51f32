import type { Environment, RunCommand } from '../../machine/command.ts';
import type { GoTestFlags } from '../../settings/go-test-flags.ts';

export interface AuditRequest {
  /** Absolute. */
  directory: string;
  patterns: string[];
  /** Where the patterns were said, for messages. */
  patternsWhere: string;
  flags: GoTestFlags;
  /** Whether test binaries may be started, which runs the initialisation of all their packages. */
  start: boolean;
}

export interface AuditPorts {
  run: RunCommand;
  env: Environment;
  /** The folder of the Go sources that ride along. */
  probeDirectory: string;
  /** A folder for what is generated; it exists and is removed by the entry. */
  scratch: string;
}
