import { formatAmount, formatChange, formatShare } from '../../heap-figures.ts';
import type { FrameNode } from './frame-tree.ts';

export const units = ['bytes', 'count', 'bytes'] as const;
const words = ['allocated', 'objects allocated', 'in use at the end'] as const;

/** `store.(*Cache).Put` for `example.com/m/store.(*Cache).Put`; type arguments keep their paths. */
export function shortName(name: string): string {
  const bracket = name.indexOf('[');
  const plain = bracket < 0 ? name : name.slice(0, bracket);
  return name.slice(plain.lastIndexOf('/') + 1);
}

/** What a frame stands for, in one line. */
export function frameLabel(
  frame: FrameNode,
  metric: number,
  total: number,
  hasBase: boolean,
): string {
  const unit = units[metric] ?? 'bytes';
  const head = frame.head[metric] ?? 0;
  const share = total > 0 ? `, ${((head / total) * 100).toFixed(1)} %` : '';
  return `${frame.name}: ${formatAmount(head, unit)} ${words[metric] ?? ''}${share}${growthWords(frame, metric, hasBase)}`;
}

function growthWords(frame: FrameNode, metric: number, hasBase: boolean): string {
  const unit = units[metric] ?? 'bytes';
  const growth = frame.growth?.[metric];
  if (growth === undefined) return '';
  if (!hasBase) return `; the function in all: ${formatChange(growth, unit)}`;
  const base = frame.base[metric] ?? 0;
  return `; base ${formatAmount(base, unit)}, ${formatChange(growth, unit)} (${formatShare(base, base + growth)})`;
}
