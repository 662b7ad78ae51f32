import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** FILE:LINE below the module's folder, of the one line of a package that ends in the comment `// MARK`. */
export function namedLine(module: string, name: string, mark: string): string {
  const found = readdirSync(join(module, name))
    .filter((file) => file.endsWith('.go'))
    .flatMap((file) =>
      readFileSync(join(module, name, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          line.endsWith(`// ${mark}`) ? [`${name}/${file}:${String(index + 1)}`] : [],
        ),
    );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${String(found.length)} lines of ${name} are marked ${JSON.stringify(mark)}`);
  return only;
}
