import { filterRows } from './filter-rows.ts';
import { flameGraph } from './flame-graph.ts';

/** What can be reset by Escape: one for each flame graph, with the part of the page that it belongs to. */
const graphs = [...document.querySelectorAll<HTMLElement>('[data-flame]')].flatMap((part) => {
  const reset = flameGraph(part);
  return reset === null ? [] : [{ part, reset }];
});
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]'))
  filterRows(form);

document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key === 'Escape') {
    const own = graphs.filter(({ part }) => target instanceof Node && part.contains(target));
    for (const { reset } of own.length > 0 ? own : graphs) reset();
  }
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLInputElement) return;
  const search = searchNear(target);
  if (search === undefined) return;
  event.preventDefault();
  search.focus();
});

/** The search of the flame graph that somebody is at, else the first one on the screen. */
function searchNear(target: EventTarget | null): HTMLInputElement | undefined {
  const part = target instanceof Element ? target.closest('[data-flame]') : null;
  const all = [...document.querySelectorAll<HTMLInputElement>('input[type="search"]')];
  return all.find((input) => part?.contains(input)) ?? all.find((input) => input.offsetWidth > 0);
}
