import { isGuard } from '../../crash/standard-library.ts';
import type { Amounts, FlameGraph } from '../../heap/flame-graph.ts';
import { clip } from '../../report/format.ts';
import { formatAmount } from '../heap-figures.ts';
import type { FlameData } from './flame-data.ts';
import { markup, scriptJson, type Markup } from './markup.ts';

/** Type arguments can make names of any length. */
const maxNameChars = 1000;

/** What colours the frames: the base's own stacks, the growth of functions between two records, or nothing. */
export type FlameColours =
  | { kind: 'stacks' }
  | { kind: 'functions'; growth: (Amounts | null)[] }
  | { kind: 'none'; because: string };

export type FlamePicture =
  | { kind: 'graph'; graph: FlameGraph; colours: FlameColours }
  | { kind: 'missing'; because: string };

/** The section of a page with one flame graph. */
export function flameSection(picture: FlamePicture): Markup {
  return markup`<section id="flame-section"><h2>Flame graph</h2>
${picture.kind === 'missing' ? markup`<p class="note">There is none: ${picture.because}.</p>` : flameGraphPart(picture, 'flame')}
</section>`;
}

/** A flame graph with its controls and its data; the page's script draws it. The ids of its elements begin with `id`. */
export function flameGraphPart(
  { graph, colours }: Extract<FlamePicture, { kind: 'graph' }>,
  id: string,
): Markup {
  return markup`<div data-flame="${id}"><p class="note">${howColoured(colours)} Each frame is as wide as what it and all that it called allocated; callers are above.</p>
<form class="controls" id="${id}-controls" autocomplete="off">
<fieldset><legend>Show</legend>
<label><input type="radio" name="metric" value="0" checked>allocated</label>
<label><input type="radio" name="metric" value="1">objects</label>
<label><input type="radio" name="metric" value="2">in use at the end</label></fieldset>
${
  graph.hasBase
    ? markup`<fieldset><legend>Widths of</legend>
<label><input type="radio" name="side" value="head" checked>now</label>
<label><input type="radio" name="side" value="base">base</label></fieldset>`
    : null
}
<label class="search">Search <input type="search" id="${id}-search" placeholder="function or test" maxlength="200"></label>
<button type="button" id="${id}-reset">Reset</button>
</form>
<p id="${id}-found" class="note found" role="status"></p>
<div id="${id}" class="flame" tabindex="0" role="application" aria-label="Flame graph. Arrow keys move, Enter zooms, Escape resets."></div>
<p id="${id}-detail" class="detail" aria-live="polite"></p>
<p class="legend" id="${id}-legend">${
    colours.kind === 'none'
      ? null
      : markup`<span><i class="swatch grew"></i>grew</span><span><i class="swatch shrank"></i>shrank</span><span><i class="swatch same"></i>about the same</span>`
  }${colours.kind === 'functions' ? markup`<span><i class="swatch unknown"></i>not known</span>` : null}</p>
<p class="note">Click or Enter zooms in, Escape or Reset goes back, <kbd>/</kbd> searches, arrow keys walk. ${remarks(graph)}</p>
<script type="application/json" id="${id}-data">${scriptJson(flameData(graph, colours))}</script>
<noscript><p class="note">The flame graph needs scripts; all figures of this page are also in the tables.</p></noscript></div>`;
}

function howColoured(colours: FlameColours): string {
  switch (colours.kind) {
    case 'stacks':
      return 'Colours compare each stack with the same stack in the profile of the base.';
    case 'functions':
      return 'The profile of the base is not at hand: colours show how much each function grew in all, between the two records, whatever called it.';
    case 'none':
      return `Nothing is coloured: ${colours.because}.`;
  }
}

function remarks({ omitted, cutStacks, names, nodes }: FlameGraph): string {
  const said: string[] = [];
  const total = nodes[0]?.head[0] ?? 0;
  const own = guardBytes(names, nodes);
  if (own > 0)
    said.push(`${formatAmount(own, 'bytes')} of it were allocated by the guard's own agent.`);
  const [bytes] = omitted.head;
  if (omitted.frames > 0) {
    const share =
      total > 0 ? ` (${((bytes / total) * 100).toFixed(1)} % of what was allocated)` : '';
    said.push(
      `${formatAmount(omitted.frames, 'count')} small frames are not drawn${share}; they are part of the frames above them.`,
    );
  }
  if (cutStacks > 0)
    said.push(
      `${formatAmount(cutStacks, 'count')} samples have deeper stacks than can be shown and are cut at the inner end.`,
    );
  return said.join(' ');
}

/** What is below frames of the agent, which rides along in the test process: it is part of all sums. */
function guardBytes(names: FlameGraph['names'], nodes: FlameGraph['nodes']): number {
  const isOwn = names.map((name) => isGuard({ function: name, file: '', line: 0 }));
  const below: boolean[] = [];
  let bytes = 0;
  for (const [index, { name, parent, head }] of nodes.entries()) {
    const isBelow = below[parent] === true;
    below[index] = isBelow || isOwn[name] === true;
    if (below[index] && !isBelow) bytes += head[0];
  }
  return bytes;
}

function flameData(graph: FlameGraph, colours: FlameColours): FlameData {
  return {
    names: graph.names.map((name) => clip(name, maxNameChars)),
    nodes: graph.nodes.map(({ name, parent, head, base }) => [name, parent, ...head, ...base]),
    hasBase: graph.hasBase,
    growth: colours.kind === 'functions' ? colours.growth : null,
  };
}
