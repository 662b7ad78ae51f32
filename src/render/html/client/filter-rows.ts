/** Hides the rows of a table that have not all the words of the search, or are not `troubled` where only those are wanted. */
export function filterRows(form: HTMLFormElement): void {
  const table = document.getElementById(form.dataset['filter'] ?? '');
  const search = form.querySelector<HTMLInputElement>('input[type="search"]');
  const only = form.querySelector<HTMLInputElement>('input[type="checkbox"]');
  const count = form.querySelector('output');
  if (table === null || search === null) return;
  const rows = [...table.querySelectorAll<HTMLElement>('tbody tr')].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
  }));
  const filter = (): void => {
    const wanted = search.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { row, text } of rows) {
      const fits =
        wanted.every((word) => text.includes(word)) &&
        (only?.checked !== true || row.classList.contains('troubled'));
      row.hidden = !fits;
      if (fits) shown++;
    }
    if (count !== null)
      count.textContent = shown === rows.length ? '' : `${String(shown)} of ${String(rows.length)}`;
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', filter);
  filter();
}
