import { makeBundle, type BundlePorts } from '../bundle/bundle.ts';
import { formatBytes } from '../report/format.ts';
import { plural } from '../report/plural.ts';

const shownLeftOut = 10;

/** What `bundle` prints. Throws an InputError for a folder or target that cannot be used. */
export async function bundleCommand(
  attemptFolder: string,
  target: string | undefined,
  ports: BundlePorts,
): Promise<string> {
  const { path, bytes, name, ...bundle } = await makeBundle(attemptFolder, target ?? null, ports);
  const { builtAgain, ceilingBytes, copied } = bundle;
  const ceiling =
    ceilingBytes === null ? 'no memory ceiling' : `memory ceiling ${formatBytes(ceilingBytes)}`;
  const more = copied.leftOut.length - shownLeftOut;
  return [
    `${path} (${formatBytes(bytes)})`,
    `  binary:   ${builtAgain ? 'built again, from the sources as they are now' : 'the one that ran'}`,
    `  files:    ${plural(copied.files, 'file')} of the package, ${formatBytes(copied.bytes)}`,
    `  limits:   as the process had them; ${ceiling}`,
    ...copied.leftOut.slice(0, shownLeftOut).map((what) => `  left out: ${what}`),
    ...(more > 0 ? [`  left out: ${plural(more, 'more file')}, see bundle.json in it`] : []),
    `run it:     tar -xzf ${path} && sh ${name}/run.sh`,
    '',
  ].join('\n');
}
