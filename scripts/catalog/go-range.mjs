/** Whether a Go version lies in a range such as ">=1.22 <1.26"; without a range it does. @param {string} version @param {string} [range] */
export function inRange(version, range) {
  const minor = minorOf(version);
  return (range ?? '')
    .split(' ')
    .filter(Boolean)
    .every((bound) => {
      const { operator, limit } = /^(?<operator>>=|<)(?<limit>1\.\d+)$/.exec(bound)?.groups ?? {};
      if (limit === undefined) throw new Error(`"${bound}" is no bound: write >=1.22 or <1.26`);
      return operator === '>=' ? minor >= minorOf(limit) : minor < minorOf(limit);
    });
}

/** @param {string} version */
function minorOf(version) {
  return Number(/^1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
}
