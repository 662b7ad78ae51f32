/** Whether a text is a day of the calendar such as `2026-12-31`. */
export function isCalendarDay(text: string): boolean {
  // 2026-12-31
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
