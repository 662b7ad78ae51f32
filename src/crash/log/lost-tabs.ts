import type { LogStage } from './log-stage.ts';

// What the runtime prints (src/runtime/traceback.go): a call, and its position behind a tab.
//
//     main.f(0x1)
//     	/src/main.go:12 +0x1d
const maxChars = 4500;
const widestMargin = 24;
// Not the two blanks of a race report, whose calls are indented themselves.
const position =
  /^[ \u00a0]{2,}(?=\S)(?<place>.*:\d{1,10}(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*)$/;

// Where the margin is lost, as in chats: /src/main.go:12 +0x1d
const bare =
  /^(?<place>\S.{0,4000}\.(?:go|s|c|cc|cpp|cxx|h|m):\d{1,10}(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*)$/;

/** Pages and terminals show a tab as blanks, and whoever copies from them gets blanks, or none: puts the tabs back. */
export function createTabStage(emit: (line: string) => void): LogStage {
  let afterCall = false;
  return {
    push(line) {
      const text = line.endsWith('   ') ? withoutPadding(line) : line;
      const restored = afterCall && !text.startsWith('\t') ? withTab(text) : text;
      afterCall = isCall(text);
      emit(restored);
    },
    end: () => undefined,
  };
}

/** Terminals pad their lines. A short line of blanks alone is the margin of an empty one. */
function withoutPadding(line: string): string {
  const text = line.trimEnd();
  return text === '' && line.length <= widestMargin ? line : text;
}

function withTab(line: string): string {
  if (line.length > maxChars) return line;
  const found = position.exec(line) ?? bare.exec(line);
  return found === null ? line : `\t${found.groups?.['place'] ?? ''}`;
}

/** At the margin: `main.f(0x1)`, `created by main.start in goroutine 1`. */
function isCall(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first === 0x20 || first === 0x09) return false;
  return line.endsWith(')') || line.startsWith('created by ');
}
