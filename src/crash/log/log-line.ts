import { createMarginStage } from './log-margin.ts';
import { createPrefixStage } from './log-prefix-stage.ts';
import { createTabStage } from './lost-tabs.ts';
import type { LogStage } from './log-stage.ts';

// Terminal escapes: colours (CSI), titles and links (OSC), Buildkite's times (APC), and what else begins with ESC.
const escapes =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]_P^X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])?|\u009b[0-?]*[ -/]*[@-~]/g;
// section_start:1767366245:build
const gitLabSection = /^section_(?:start|end):\d{1,12}:[\w.-]{1,200}(?:\[[^\]]{0,200}\])?(?:\r|$)/;
// ##[error]Process completed with exit code 1.
const command = /^##\[(?:error|warning|notice|debug|group|endgroup|section|command|info)\]/;

/** How many prefixes may stand in front of one another: a time, a container's name, another time. */
const prefixes = 3;

/**
 * Takes away what CI systems, containers, terminals and pages add to the lines of a log, and hands them on as the program wrote them, up to a few hundred later than they come in: whether something is a prefix shows only
 * when most lines have it. A line that lacks it stays as it is. Lines that were cut for transport are joined again.
 */
export function createLogCleaner(emit: (line: string) => void): LogStage {
  const tabs = createTabStage(emit);
  const margin = createMarginStage((line) => tabs.push(line.replace(command, '')));
  let next: LogStage = margin;
  const stages: LogStage[] = [margin];
  for (let i = 0; i < prefixes; i++) {
    next = createPrefixStage(next.push);
    stages.unshift(next);
  }
  let first = true;
  return {
    push(line) {
      next.push(withoutEscapes(first && line.startsWith('\ufeff') ? line.slice(1) : line));
      first = false;
    },
    end() {
      for (const stage of stages) stage.end();
    },
  };
}

/** The lines of a whole text, as their program wrote them. */
export function cleanLogLines(text: string): string[] {
  const lines: string[] = [];
  const cleaner = createLogCleaner((line) => lines.push(line));
  for (const line of text.split('\n')) cleaner.push(line);
  cleaner.end();
  return lines;
}

function withoutEscapes(line: string): string {
  let text = line.includes('\u001b') || line.includes('\u009b') ? line.replace(escapes, '') : line;
  if (text.startsWith('section_')) text = text.replace(gitLabSection, '');
  return text.endsWith('\r') ? text.replace(/\r+$/, '') : text;
}
