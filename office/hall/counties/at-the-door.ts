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
  title: { 'zh-CN': '这个网址没有对应的县', en: 'No county answers at this address' },
  detail: {
    'zh-CN': '请检查网址；不清楚的，请拨打 12345。',
    en: 'Please check the address, or call 12345.',
  },
};

const noCountyYet: ProblemWords<'no-county-yet'> = {
  code: 'no-county-yet',
  title: { 'zh-CN': '这里还没有开通任何县', en: 'No county is served here yet' },
  detail: {
    'zh-CN': '运维人员请写好机构文件后再启动一次，见 docs/guides/operator.zh-CN.md。',
    en: 'If you run this system: write the file of offices and start it again, see docs/guides/operator.en.md.',
  },
};
