import type { LogStage } from './log-stage.ts';

/** So many lines are looked at before it is said what the margin is. */
const windowLines = 64;
const maxWindowChars = 1_000_000;

// Blanks of a quoted block, `> ` of a mail or of Markdown, and both.
const margin = /^[ \t>]{1,40}/;

/** Takes away a margin that the text has from its first line on; a line without it ends it, because it is the text's own then. */
export function createMarginStage(emit: (line: string) => void): LogStage {
  let window: string[] | null = [];
  let chars = 0;
  let common = '';

  const strip = (line: string): void => {
    if (common === '' || line.startsWith(common)) emit(line.slice(common.length));
    else {
      // Blanks at the end of a line are easily lost.
      if (line.trim() !== '' && line !== common.trimEnd()) common = '';
      emit(line.trim() === '' || common !== '' ? '' : line);
    }
  };
  const decide = (): void => {
    const lines = window ?? [];
    window = null;
    common = commonMargin(lines);
    for (const line of lines) strip(line);
  };

  return {
    push(line) {
      if (window === null) {
        strip(line);
        return;
      }
      window.push(line);
      chars += line.length;
      if (window.length >= windowLines || chars > maxWindowChars) decide();
    },
    end() {
      if (window !== null) decide();
    },
  };
}

function commonMargin(lines: readonly string[]): string {
  const written = lines.filter((line) => line.trim() !== '');
  let common = margin.exec(written[0] ?? '')?.[0] ?? '';
  for (const line of written) {
    // > at the end of a quoted paragraph
    if (line === common.trimEnd()) continue;
    while (!line.startsWith(common)) common = common.slice(0, -1);
  }
  return common;
}
