/** What can be said of one thing, from all of it to a single line; nothing at all comes after the last form. */
export interface Form {
  text: string;
  /** What this form is worth beyond the next one: the least worthy goes first. */
  worth: number;
}

export type Item = readonly Form[];

/** Items of one kind under one title. */
export interface Section {
  /** Stands above the items, and the tail below them; both go with the last of them. */
  head: string;
  items: readonly Item[];
  tail: string;
  shape: keyof typeof joints;
  /** A line that counts the items that are not shown: the last one of a list, a paragraph behind all else. */
  more: (count: number) => string;
  /** Items that nobody made: they are counted too. */
  unmade: number;
}

const joints = { list: '\n', rows: '\n', paragraphs: '\n\n' } as const;
const bullet = /^- .*$/;

export interface Room {
  limit: number;
  /** In the unit of the limit. */
  size: (text: string) => number;
}

interface Shown {
  item: Item;
  /** The form that is shown; past the last one for none. */
  level: number;
}

interface Step {
  worth: number;
  at: number;
  level: number;
  shown: Shown;
}

/** Stays, whatever else goes. */
export const always = Number.POSITIVE_INFINITY;

/**
 * Sections as one text within a limit. Where there is too much, detail is taken away from the least worthy first, of two that are equal
 * from the later one; what is not shown is counted. Linear in what is given, but for one sort.
 */
export function fit(sections: readonly Section[], { limit, size }: Room): string {
  const all = sections.map((section) => ({
    section,
    shown: section.items.map((item): Shown => ({ item, level: 0 })),
  }));
  const gap = size('\n\n');
  let used = 0;
  for (const { section, shown } of all) {
    const rest = section.items.length + section.unmade;
    used += size(section.head) + size(section.tail) + size(section.more(rest)) + 4 * gap;
    for (const { item } of shown) used += size(item[0]?.text ?? '') + gap;
  }
  for (const { shown, level } of stepsOf(all.flatMap((each) => each.shown))) {
    if (used <= limit) break;
    used -= size(shown.item[level]?.text ?? '') - size(shown.item[level + 1]?.text ?? '');
    shown.level = level + 1;
    if (shown.level >= shown.item.length) used -= gap;
  }
  return all
    .map(({ section, shown }) => written(section, shown))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** All that can be taken away, in the order in which it is; of one item the larger forms come first, whatever their worth. */
function stepsOf(all: readonly Shown[]): Step[] {
  const steps = all.flatMap((shown, at) => {
    let worth = 0;
    return shown.item.map((form, level): Step => {
      worth = Math.max(worth, form.worth);
      return { worth, at, level, shown };
    });
  });
  return steps
    .filter(({ worth }) => worth !== always)
    .sort((a, b) => a.worth - b.worth || b.at - a.at || a.level - b.level);
}

function written({ head, tail, shape, more, unmade }: Section, all: readonly Shown[]): string {
  const texts = all.flatMap(({ item, level }) => item[level]?.text ?? []).filter(Boolean);
  const left = all.length - texts.length + unmade;
  const rest = left > 0 ? more(left) : '';
  if (texts.length === 0) return rest;
  const isLast = shape === 'list' && rest !== '';
  const body = joined([...texts, ...(isLast ? [rest] : [])], joints[shape]);
  return `${head}${body}${tail}${isLast || rest === '' ? '' : `\n\n${rest}`}`;
}

/** Paragraphs, but for items of one line that stand together: they are one list. */
function joined(texts: readonly string[], joint: string): string {
  let body = '';
  let wasBullet = false;
  for (const [index, text] of texts.entries()) {
    const isBullet = bullet.test(text);
    if (index > 0) body += wasBullet && isBullet ? '\n' : joint;
    body += text;
    wasBullet = isBullet;
  }
  return body;
}
