/** A time in ISO 8601 as a reader takes it in: `2026-11-23 10:00 UTC`. What is no such time stays as it is. */
export function madeAtText(madeAt: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/u.exec(madeAt) ?? [];
  return day === undefined || minute === undefined ? madeAt : `${day} ${minute} UTC`;
}
