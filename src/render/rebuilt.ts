import type { Report } from '../report/schema.ts';

/** Packages that were built only at the second try, and why: a green run that was close to red says so. */
export function rebuilt(report: Report): { name: string; leg: string; why: string }[] {
  return report.packages.flatMap(({ package: name, leg, attempts }) => {
    const [first] = attempts;
    if (first?.number !== 0) return [];
    return [{ name, leg, why: first.cause?.summary ?? 'its build was stopped' }];
  });
}
