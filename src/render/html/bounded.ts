import type { Markup } from './markup.ts';

/** How many items a part of a page may have, and of how many characters in all. */
export interface Room {
  items: number;
  chars: number;
}

/** The first items that there is room for, and how many are left. One item is always shown. */
export function bounded<T>(
  items: readonly T[],
  room: Room,
  render: (item: T, index: number) => Markup,
): { shown: Markup[]; left: number } {
  const shown: Markup[] = [];
  let chars = 0;
  for (const [index, item] of items.entries()) {
    if (index >= room.items) break;
    const part = render(item, index);
    chars += part.markup.length;
    if (index > 0 && chars > room.chars) break;
    shown.push(part);
  }
  return { shown, left: items.length - shown.length };
}
