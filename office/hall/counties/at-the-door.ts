import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { FastifyRequest } from 'fastify';
import type { County } from '../../../values/division.ts';
import type { House } from '../house.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { atAnAddress } from '../contract/problem.ts';
import { hallStatuses, refusals } from '../routes/refusals.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { baseOf } from '../../../building/http/base.ts';
import { countyAtHost, countyAtPath } from './decide.ts';

const refused = refusals(atAnAddress, hallStatuses);

/** The county that a request has come to, by its address. Throws a problem where nobody answers. */
export async function countyAt(house: Pick<House, 'counties'>, request: FastifyRequest): Promise<County> {
  const [counties, base] = [await house.counties.now(), baseOf(request)];
  const found = base === '' ? countyAtHost(counties, request.hostname) : countyAtPath(counties, base);
  switch (found.kind) {
    case 'county':
      return found.county;
    case 'no-such-address':
      throw refused.problem(noSuchAddress);
    case 'no-county-yet':
      throw refused.problem(noCountyYet);
    default:
      return unreachable(found);
  }
}

const noSuchAddress: ProblemWords<'no-such-address'> = {
  code: 'no-such-address',
  title: inEveryLanguage(words, (w) => w.atTheDoor.noSuchAddressTitle),
  detail: inEveryLanguage(words, (w) => w.atTheDoor.noSuchAddressDetail),
};

const noCountyYet: ProblemWords<'no-county-yet'> = {
  code: 'no-county-yet',
  title: inEveryLanguage(words, (w) => w.atTheDoor.noCountyYetTitle),
  detail: inEveryLanguage(words, (w) => w.atTheDoor.noCountyYetDetail),
};
