import type { FrameNode } from './frame-tree.ts';

/** Growth below this part of the largest one keeps the neutral colour. */
const nothing = 0.005;

/**
 * Red for what grew, blue for what shrank, the stronger the more of the largest change it is. The colours themselves are the
 * style's, so that they follow the theme and the printer.
 */
export function frameColour(frame: FrameNode, metric: number, largest: number): string {
  if (frame.growth === null) return 'var(--frame-unknown)';
  const growth = frame.growth[metric] ?? 0;
  const part = largest > 0 ? Math.abs(growth) / largest : 0;
  if (part < nothing) return 'var(--frame-same)';
  const strength = Math.round(20 + 80 * Math.sqrt(part));
  const colour = growth > 0 ? 'var(--frame-grew)' : 'var(--frame-shrank)';
  return `color-mix(in oklab, ${colour} ${strength}%, var(--frame-same))`;
}
