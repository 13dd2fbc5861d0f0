import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { FastifyRequest } from 'fastify';
import { type Authority, type County, isInvented, type Province } from '../../../values/division.ts';
import type { House } from '../house.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { atAnAddress, atAProvince } from '../contract/problem.ts';
import { hallStatuses, refusals } from './refusal-statuses.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { baseOf } from '../../../building/http/base.ts';
import { type Addressed, atHost, atPath } from '../counties/decide.ts';

type Serving = Pick<House, 'served'>;

const refused = refusals([...atAnAddress, ...atAProvince], hallStatuses);

/** The county that a request has come to, by its address. Throws a problem where nobody answers, and at a province's address. */
export async function countyAt(house: Serving, request: FastifyRequest): Promise<County> {
  const found = await addressed(house, request);
  if (found.kind === 'county') return found.county;
  throw refused.problem(onlyFigures);
}

/** The province that a request has come to, by its address. Throws a problem anywhere else. */
export async function provinceAt(house: Serving, request: FastifyRequest): Promise<Province> {
  const found = await addressed(house, request);
  if (found.kind === 'province') return found.province;
  throw refused.problem(noProvinceHere);
}

/** The county or province whose staff come in at the address that is asked. Throws a problem where nobody answers. */
export async function authorityAt(house: Serving, request: FastifyRequest): Promise<Authority> {
  const found = await addressed(house, request);
  return found.kind === 'county' ? found.county : found.province;
}

/** Whether an invented county or province answers at the address that is asked. */
export async function isInventedAt(house: Serving, request: FastifyRequest): Promise<boolean> {
  const found = await answering(house, request);
  return (
    (found.kind === 'county' && isInvented(found.county)) || (found.kind === 'province' && isInvented(found.province))
  );
}

async function answering(house: Serving, request: FastifyRequest): Promise<Addressed> {
  const [served, base] = [await house.served.now(), baseOf(request)];
  return base === '' ? atHost(served, request.hostname) : atPath(served, base);
}

type Somebody = Extract<Addressed, { kind: 'county' | 'province' }>;

async function addressed(house: Serving, request: FastifyRequest): Promise<Somebody> {
  const found = await answering(house, request);
  switch (found.kind) {
    case 'county':
    case 'province':
      return found;
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

const onlyFigures: ProblemWords<'only-figures-here'> = {
  code: 'only-figures-here',
  title: inEveryLanguage(words, (w) => w.atTheDoor.onlyFiguresTitle),
  detail: inEveryLanguage(words, (w) => w.atTheDoor.onlyFiguresDetail),
};

const noProvinceHere: ProblemWords<'no-province-here'> = {
  code: 'no-province-here',
  title: inEveryLanguage(words, (w) => w.atTheDoor.noProvinceTitle),
  detail: inEveryLanguage(words, (w) => w.atTheDoor.noProvinceDetail),
};
