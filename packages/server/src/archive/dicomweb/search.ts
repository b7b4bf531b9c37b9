import type { App } from '../../platform/ports.ts';
import { dataSetsOf } from '../data-set.ts';
import type { ArchivedInstance } from '../model.ts';
import {
  type Asked,
  BASE,
  baseOf,
  type DicomWebDeps,
  type Route,
  seenUnder,
  VIEW,
  witnessReports,
} from './addressed.ts';
import { dicomJson } from './dicom-json.ts';
import { dataSetFormFor, sendDataSets } from './metadata.ts';
import { enriched, type Found, pageOf, readFromFiles, recordsOf, type Search, searchOf } from './qido.ts';
import type { QueryLevel } from './qido-records.ts';

const SEARCHES: readonly (readonly [string, QueryLevel])[] = [
  ['/studies', 'studies'],
  ['/series', 'series'],
  ['/instances', 'instances'],
  ['/studies/:study/series', 'series'],
  ['/studies/:study/instances', 'instances'],
  ['/studies/:study/series/:series/instances', 'instances'],
];

/** Adds what the index does not keep and this search needs, from the file of one image each. */
async function withFiles(
  deps: DicomWebDeps,
  request: Asked,
  level: QueryLevel,
  { found, search }: { readonly found: readonly Found[]; readonly search: Search },
): Promise<readonly Found[]> {
  const tags = readFromFiles(level, search, found[0]?.record);
  if (tags.length === 0) return found;
  const examples: readonly ArchivedInstance[] = found.map(({ example }) => example);
  await witnessReports(deps, request, examples);
  const all: Found[] = [];
  for await (const elements of dataSetsOf(deps.archive, request.params.caseId, examples)) {
    const each = found[all.length] as Found;
    const { transferSyntaxUid } = each.example.header;
    const file = dicomJson(elements, { transferSyntaxUid, hasPixels: false, bulkUri: () => '' });
    all.push(enriched(level, each, file, tags));
  }
  return all;
}

/** QIDO-RS over what of a case may be seen (PS3.18 10.6). */
export function registerSearch(app: App, deps: DicomWebDeps): void {
  for (const [path, level] of SEARCHES) {
    app.get<Route>(`${BASE}${path}`, VIEW, async (request, reply) => {
      const search = searchOf(level, request.query);
      const found = recordsOf(level, await seenUnder(deps.archive, request), baseOf(request));
      const { page, left } = pageOf(await withFiles(deps, request, level, { found, search }), search);
      const form = dataSetFormFor(request, page.length);
      const warnings = [
        ...(left > 0 ? [`There are ${left} additional results that can be requested`] : []),
        ...(search.fuzzy
          ? ['The fuzzymatching parameter is not supported. Only literal matching has been performed.']
          : []),
      ];
      if (warnings.length > 0)
        reply.header('warning', warnings.map((text) => `299 ${request.host} "${text}"`).join(', '));
      if (page.length === 0) return reply.code(204).send();
      return sendDataSets(reply, form, page);
    });
  }
}
