import { readFile } from 'node:fs/promises';
import { createCatalog, readCatalog, type Catalog } from '../catalog/catalog.ts';

/** The catalog of known crashes that comes with the bundle. Without it nothing is recognised, which is no reason to fail. */
export async function loadCatalog(file: URL): Promise<Catalog> {
  try {
    return readCatalog(await readFile(file, 'utf8'));
  } catch {
    return createCatalog({ families: [], crashes: [] });
  }
}
