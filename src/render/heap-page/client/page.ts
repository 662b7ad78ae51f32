import type { FlameData } from '../flame-data.ts';
import { flameView, type FlameView, type Side } from './flame-view.ts';

start();

function start(): void {
  const data = document.getElementById('flame-data');
  const picture = document.getElementById('flame');
  const detail = document.getElementById('flame-detail');
  const found = document.getElementById('flame-found');
  const controls = document.getElementById('flame-controls');
  if (!data || !picture || !detail || !found || !(controls instanceof HTMLFormElement)) return;
  const view = flameView(JSON.parse(data.textContent) as FlameData, { picture, detail, found });
  const show = (): void => {
    const form = new FormData(controls);
    const side: Side = form.get('side') === 'base' ? 'base' : 'head';
    view.show(Number(form.get('metric')), side);
  };
  listen(controls, picture, view, show);
  show();
}

function listen(
  controls: HTMLFormElement,
  picture: HTMLElement,
  view: FlameView,
  show: () => void,
): void {
  const search = document.getElementById('flame-search');
  const reset = (): void => {
    if (search instanceof HTMLInputElement) search.value = '';
    view.search('');
    view.reset();
  };
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('change', (event) => {
    if (event.target !== search) show();
  });
  search?.addEventListener('input', () => {
    if (search instanceof HTMLInputElement) view.search(search.value);
  });
  document.getElementById('flame-reset')?.addEventListener('click', reset);
  picture.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') view.zoomHere();
    else if (event.key.startsWith('Arrow')) view.move(event.key);
    else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') reset();
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    search?.focus();
  });
  new ResizeObserver(() => view.resize()).observe(picture);
}
