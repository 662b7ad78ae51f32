/** Values by package and leg. Names may be long and are not put together for a key. */
export interface SuiteMap<V> {
  get: (packageName: string, leg: string) => V | undefined;
  set: (packageName: string, leg: string, value: V) => void;
  values: () => V[];
}

export function suiteMap<V>(): SuiteMap<V> {
  const packages = new Map<string, Map<string, V>>();
  return {
    get: (packageName, leg) => packages.get(packageName)?.get(leg),
    set(packageName, leg, value) {
      const legs = packages.get(packageName) ?? new Map<string, V>();
      packages.set(packageName, legs.set(leg, value));
    },
    values: () => [...packages.values()].flatMap((legs) => [...legs.values()]),
  };
}
