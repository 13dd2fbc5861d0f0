import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { FastifyRequest } from 'fastify';
import type { County } from '../../../values/division.ts';
import type { House } from '../house.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { atAnAddress } from '../contract/problem.ts';
import { hallStatuses, refusals } from '../routes/refusals.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { countyAtHost } from './decide.ts';

const refused = refusals(atAnAddress, hallStatuses);

/** The county that a request has come to, by its address. Throws a problem where nobody answers. */
export async function countyAt(house: Pick<House, 'counties'>, request: FastifyRequest): Promise<County> {
  const found = countyAtHost(await house.counties.now(), request.hostname);
  switch (found.kind) {
    case 'county':
      return found.county;
    case 'no-such-host':
      throw refused.problem(noSuchHost);
    case 'no-county-yet':
      throw refused.problem(noCountyYet);
    default:
      return unreachable(found);
  }
}

const noSuchHost: ProblemWords<'no-such-host'> = {
  code: 'no-such-host',
  title: inEveryLanguage(words, (w) => w.atTheDoor.noSuchHostTitle),
  detail: inEveryLanguage(words, (w) => w.atTheDoor.noSuchHostDetail),
};

const noCountyYet: ProblemWords<'no-county-yet'> = {
  code: 'no-county-yet',
  title: inEveryLanguage(words, (w) => w.atTheDoor.noCountyYetTitle),
  detail: inEveryLanguage(words, (w) => w.atTheDoor.noCountyYetDetail),
};
