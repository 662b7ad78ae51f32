import flamegraph, { type Chart, type Placed } from 'd3-flame-graph';
import { select } from 'd3-selection';
import { plural } from '../../../report/plural.ts';
import type { FlameData } from '../flame-data.ts';
import { formatAmount } from '../../heap-figures.ts';
import { frameColour } from './colour.ts';
import { frameTree, largestGrowth, type FrameNode } from './frame-tree.ts';
import { frameLabel, shortName, units } from './labels.ts';
import { walk } from './walk.ts';

export type Side = 'head' | 'base';
export type PlacedFrame = Placed<FrameNode>;

export interface FlameView {
  show: (metric: number, side: Side) => void;
  search: (term: string) => void;
  reset: () => void;
  move: (key: string) => void;
  zoomHere: () => void;
  resize: () => void;
}

export interface FlamePlaces {
  picture: HTMLElement;
  detail: HTMLElement;
  found: HTMLElement;
}

const frameHeight = 20;
/** Pixels: what is narrower appears when somebody zooms in. */
const smallestFrame = 0.8;

/** Draws the flame graph and keeps what is shown: metric, side, search, zoom and the frame that the keys are at. */
export function flameView(data: FlameData, places: FlamePlaces): FlameView {
  const { picture, detail, found } = places;
  let metric = 0;
  let side: Side = 'head';
  let term = '';
  let largest = 0;
  let total = 0;
  let current: PlacedFrame | null = null;
  let chart: Chart<FrameNode> | null = null;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  const valueOf = (frame: FrameNode | PlacedFrame): number =>
    'data' in frame ? frame.value : (frame[side][metric] ?? 0);
  const labelOf = (frame: PlacedFrame): string =>
    frameLabel(frame.data, metric, total, data.hasBase);

  const draw = (): void => {
    const root = frameTree(data);
    total = root.head[metric] ?? 0;
    largest = largestGrowth(root, metric);
    current = null;
    detail.textContent = '';
    picture.replaceChildren();
    if (valueOf(root) === 0) {
      picture.textContent =
        side === 'base' ? 'The base has nothing of this.' : 'There is nothing of this.';
      chart = null;
      return;
    }
    chart = flamegraph<FrameNode>()
      .width(picture.clientWidth)
      .cellHeight(frameHeight)
      .minFrameSize(smallestFrame)
      .transitionDuration(still ? 0 : 200)
      .inverted(true)
      .resetHeightOnZoom(true)
      .sort((a, b) => b.value - a.value)
      .getName((frame) => shortName(frame.data.name))
      .getValue(valueOf)
      .setColorMapper((frame) =>
        frame.highlight === true ? 'var(--frame-found)' : frameColour(frame.data, metric, largest),
      )
      .setLabelHandler(labelOf)
      .setDetailsHandler((label) => {
        detail.textContent = label ?? (current === null ? '' : labelOf(current));
      })
      .setSearchMatch((frame, text) => frame.data.name.toLowerCase().includes(text.toLowerCase()))
      .setSearchHandler((frames, sum, all) => {
        const unit = units[metric] ?? 'bytes';
        const share = all > 0 ? ((sum / all) * 100).toFixed(1) : '0';
        found.textContent = `${plural(frames.length, 'frame')}, ${formatAmount(sum, unit)} (${share} %)`;
      })
      .onClick((frame) => point(frame));
    select(picture).datum(root).call(chart);
    if (term !== '') chart.search(term);
    fit();
  };

  /** Cuts the picture off below its last frame, and lets it keep its shape at another width, as on paper. */
  const fit = (): void => {
    const svg = picture.querySelector('svg');
    if (svg === null) return;
    const deepest = framesOf(picture).reduce(
      (most, { __data__: frame }) => Math.max(most, frame?.depth ?? 0),
      0,
    );
    const height = String((deepest + 1) * frameHeight);
    svg.setAttribute('height', height);
    svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width') ?? '0'} ${height}`);
  };

  const point = (frame: PlacedFrame | null): void => {
    current = frame;
    detail.textContent = frame === null ? '' : labelOf(frame);
    for (const group of framesOf(picture))
      group.classList.toggle('current', frame !== null && group.__data__?.id === frame.id);
    fit();
  };

  return {
    show(nextMetric, nextSide) {
      metric = nextMetric;
      side = nextSide;
      draw();
    },
    search(text) {
      term = text.trim();
      if (term !== '') chart?.search(term);
      else {
        chart?.clear();
        found.textContent = '';
      }
      point(current);
    },
    reset() {
      chart?.resetZoom();
      point(null);
    },
    move(key) {
      const root = chart?.findById(0) ?? null;
      const next = current === null ? root : walk(current, key);
      if (next !== null) point(next);
    },
    zoomHere() {
      if (current !== null) chart?.zoomTo(current);
    },
    resize() {
      chart?.width(picture.clientWidth).update();
      point(current);
    },
  };
}

/** The frames that are drawn; d3 leaves the data at the elements. */
function framesOf(picture: HTMLElement): (SVGGElement & { __data__?: PlacedFrame })[] {
  return [...picture.querySelectorAll<SVGGElement>('g.frame')];
}
