import type { FlameData } from '../flame-data.ts';
import { flameView, type FlameView, type Side } from './flame-view.ts';

/** Draws a flame graph when it is first seen, which may be when its part of the page is opened. Returns what resets it. */
export function flameGraph(part: HTMLElement): (() => void) | null {
  const id = part.dataset['flame'] ?? '';
  const data = document.getElementById(`${id}-data`);
  const picture = document.getElementById(id);
  const detail = document.getElementById(`${id}-detail`);
  const found = document.getElementById(`${id}-found`);
  const controls = document.getElementById(`${id}-controls`);
  if (!data || !picture || !detail || !found || !(controls instanceof HTMLFormElement)) return null;
  let view: FlameView | null = null;
  const show = (): void => {
    const form = new FormData(controls);
    const side: Side = form.get('side') === 'base' ? 'base' : 'head';
    view?.show(Number(form.get('metric')), side);
  };
  const start = (): void => {
    view = flameView(JSON.parse(data.textContent) as FlameData, { picture, detail, found });
    show();
  };
  const search = document.getElementById(`${id}-search`);
  const reset = (): void => {
    if (search instanceof HTMLInputElement) search.value = '';
    view?.search('');
    view?.reset();
  };
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('change', (event) => {
    if (event.target !== search) show();
  });
  search?.addEventListener('input', () => {
    if (search instanceof HTMLInputElement) view?.search(search.value);
  });
  document.getElementById(`${id}-reset`)?.addEventListener('click', reset);
  picture.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') view?.zoomHere();
    else if (event.key.startsWith('Arrow')) view?.move(event.key);
    else return;
    event.preventDefault();
  });
  const folded = part.closest('details');
  const startWhenSeen = (): void => {
    if (view === null && folded?.open !== false) start();
  };
  folded?.addEventListener('toggle', startWhenSeen);
  startWhenSeen();
  new ResizeObserver(() => {
    if (picture.clientWidth > 0) view?.resize();
  }).observe(picture);
  return reset;
}
