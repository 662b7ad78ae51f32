const pages = 'https://github.com/org/go-crash-guard/blob/v1/docs/crashes';

/** The page that explains a known crash. */
export function crashPage(id: string): string {
  return `${pages}/${id}.md`;
}
