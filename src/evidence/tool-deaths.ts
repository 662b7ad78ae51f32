/** A tool of the go command that a signal ended while it built a package. */
export interface ToolDeath {
  /** `compile`, `link`, `asm`, `cgo`, `vet`, `gcc` ... */
  tool: string;
  /** As Go words it: `killed`, `bus error`, `segmentation fault (core dumped)`. */
  signal: string;
  line: string;
}

// cmd/go and cmd/link word a tool's death like this:
//   example.com/m/a.test: /usr/local/go/pkg/tool/linux_amd64/link: signal: killed
//   example.com/m/a: /usr/local/go/pkg/tool/linux_amd64/compile: signal: killed
//   /usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: signal: killed
//   collect2: fatal error: ld terminated with signal 9 [Killed]
//   gcc: fatal error: Killed signal terminated program cc1
//   runtime/cgo: gcc: signal: killed
const patterns = [
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: running (?<inner>\S{1,300}) failed: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60}) terminated with signal \d{1,3} \[(?<signal>[A-Za-z][A-Za-z ]{1,60})\]/,
  /fatal error: (?<signal>Killed) signal terminated program (?<tool>[\w.+-]{1,60})/,
];

/** Finds the tools that died of a signal in the text of a build, each once. */
export function toolDeaths(buildText: string): ToolDeath[] {
  const found = new Map<string, ToolDeath>();
  for (const line of buildText.split('\n')) {
    if (line.length > 4000) continue;
    for (const pattern of patterns) {
      const groups = pattern.exec(line)?.groups;
      if (groups === undefined) continue;
      const tool =
        (groups['inner'] ?? groups['tool'] ?? '')
          .split(/[\\/]/)
          .at(-1)
          ?.replace(/\.exe$/, '') ?? '';
      const signal = (groups['signal'] ?? '').trim().toLowerCase();
      if (!found.has(`${tool} ${signal}`)) found.set(`${tool} ${signal}`, { tool, signal, line });
      break;
    }
  }
  return [...found.values()];
}
