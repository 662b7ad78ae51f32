import type { Amounts } from '../../heap/flame-graph.ts';

/** A frame as the page holds it: name, parent, three amounts now, three in the base. */
export type FlameRow = [number, number, ...Amounts, ...Amounts];

/** What the page's script gets, as JSON. */
export interface FlameData {
  names: string[];
  nodes: FlameRow[];
  hasBase: boolean;
  /** For each name, where there is no base: by how much the function grew. */
  growth: (Amounts | null)[] | null;
}
