// go.mod and go.work (https://go.dev/ref/mod#go-mod-file-grammar):
//
//     module example.com/m // comment      module "example.com/m"
//     use ./tools                          use (
//                                              ./ledger // comment
//                                              "./with blank"
//                                          )

const word = /^(?:"(?<quoted>[^"]*)"|`(?<raw>[^`]*)`|(?<plain>[^\s"`()]+))(?:\s|$)/;
const maxFolders = 1000;

/** The path that a go.mod gives its module, null for a text that gives none. */
export function modulePath(text: string): string | null {
  return argumentsOf('module', text)[0] ?? null;
}

/** The folders that a go.work uses, as they stand there. */
export function workspaceFolders(text: string): string[] {
  return argumentsOf('use', text).slice(0, maxFolders);
}

/** What follows a keyword on its line, or stands on the lines of its block. */
function argumentsOf(keyword: string, text: string): string[] {
  const found: string[] = [];
  let inBlock: boolean | 'other' = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/(?:^|\s)\/\/.*$/, '').trim();
    if (line === ')') inBlock = false;
    else if (inBlock === true) found.push(...wordOf(line));
    else if (inBlock === 'other' || line === '') continue;
    else {
      const [first = ''] = line.split(/[\s("`]/, 1);
      const rest = line.slice(first.length).trim();
      if (rest === '(') inBlock = first === keyword ? true : 'other';
      else if (first === keyword) found.push(...wordOf(rest));
    }
  }
  return found;
}

function wordOf(text: string): string[] {
  const { quoted, raw, plain } = word.exec(text)?.groups ?? {};
  const value = quoted ?? raw ?? plain;
  return value === undefined || value === '' ? [] : [value];
}
