// What explain would say of a capture, for the scripts of the catalog (which bundle this file).
import { createCatalog } from '../../src/catalog/catalog.ts';
import { examine, type Examined } from '../../src/catalog/examine.ts';
import { type CatalogFile } from '../../src/catalog/known-crash.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import { type Repository } from '../../src/crash/source/repository.ts';

/** Every crash of a text; one that the package survived is none. */
export function diagnose(text: string, file: CatalogFile, repository: Repository): Examined[] {
  const catalog = createCatalog(file);
  return scanCrashes(text)
    .filter(({ survived }) => !survived)
    .map((crash) => examine(crash, { repository, catalog }));
}
