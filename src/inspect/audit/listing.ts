import { describeFailure, uninterrupted } from '../../machine/command.ts';
import type { GoToolchain } from '../../machine/go-toolchain.ts';
import { listFields, parseGoList, type ListedPackage } from '../../plan/go-list.ts';
import { checkListed } from '../../plan/plan.ts';
import { choosePatterns } from '../../run/list-packages.ts';
import { InputError } from '../../settings/input-error.ts';
import type { AuditPorts, AuditRequest } from './request.ts';

/** What the probe's program reads of each package (src/probe/audit/listing.go). */
const analysedFields =
  'ImportPath,Dir,Name,Standard,DepOnly,ForTest,GoFiles,CgoFiles,ImportMap,Module';

export interface AuditListing {
  patterns: string[];
  /** The packages that were asked for. */
  named: ListedPackage[];
  /** What go list prints of them and all that they import, tests included. */
  text: string;
}

/** Asks the go command for the packages. Throws InputError where there is no module, or no such package. */
export async function listAudited(
  request: AuditRequest,
  overlay: string,
  ports: AuditPorts,
  go: GoToolchain,
): Promise<AuditListing> {
  const { directory, patterns: packages } = request;
  const patterns = await choosePatterns({ directory, packages }, ports.run, ports.env, go);
  const list = async (...flags: string[]): Promise<string> => {
    const all = [
      ...flags,
      ...request.flags.planWords,
      ...(overlay === '' ? [] : [`-overlay=${overlay}`]),
    ];
    const args = ['list', '-e', ...all, '--', ...patterns];
    const result = await ports.run('go', args, { cwd: directory, env: ports.env });
    const listed = uninterrupted('go list', result);
    if (listed.kind === 'exited' && listed.code === 0) return listed.stdout;
    const fix = 'make "go list ./..." succeed in that folder first';
    const where = `go list (in ${directory})`;
    throw new InputError([{ where, what: describeFailure(listed), fix }]);
  };
  const { packages: named } = parseGoList(await list(`-json=${listFields}`));
  checkListed(named, patterns, request.patternsWhere);
  const text = await list('-deps', '-test', `-json=${analysedFields}`);
  return { patterns, named, text };
}
