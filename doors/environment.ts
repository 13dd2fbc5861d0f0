import { inEveryLanguage } from '../values/language.ts';
import { resolve } from 'node:path';
import { checkout } from '../building/checkout.ts';
import { OperatorFault } from '../building/operator-fault.ts';
import { type GatewaySettings, gatewayFrom } from '../building/sms/gateway.ts';
import type { County } from '../values/division.ts';
import { words } from './words/made/all.ts';

/** Which invented county an empty database is filled with. In a sample county sign-in codes are shown on the screen. */
type SampleSize = 'none' | 'small' | 'county';

/** What the operator may set; everything has a value that works on a new machine. See docs/guides/operator. */
export interface Environment {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly sample: SampleSize;
  readonly county: County;
  readonly databaseUrl: string | undefined;
  readonly key: string | undefined;
  readonly now: string | undefined;
  /** The address people type, where a proxy with TLS stands before us. */
  readonly publicOrigin: string | undefined;
  readonly smsGateway: GatewaySettings | undefined;
  /** The file that names the offices and staff of a county, or a folder with such a file for each county (docs/guides/operator). */
  readonly founding: string | undefined;
  /** `HUIJIA_COUNTY`, when it is set: the files of offices are of that county. */
  readonly namedCounty: County | undefined;
  /** How many invented counties an empty database is filled with. */
  readonly sampleCounties: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** 禾安县. No province of China has the code 99. */
const sampleCounty = '990101' as County;

/**
 * Reads the environment variables; an empty one counts as not set.
 * @throws OperatorFault with the first value that can't be meant.
 */
export function readEnvironment(variables: Variables): Environment {
  const set = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const named = set('HUIJIA_COUNTY');
  const namedCounty = named === undefined ? undefined : readCounty(named);
  const county = namedCounty ?? sampleCounty;
  const founding = set('HUIJIA_FOUNDING');
  const isSample = county === sampleCounty && founding === undefined;
  const sample = readSample(set('HUIJIA_SAMPLE') ?? (isSample ? 'county' : 'none'));
  if (sample !== 'none' && county !== sampleCounty) throw sampleInRealCounty(county);
  return {
    port: readPort(set('PORT') ?? '3000'),
    host: set('HUIJIA_HOST') ?? '127.0.0.1',
    dataFolder: resolve(checkout, set('HUIJIA_DATA') ?? '.data'),
    sample,
    county,
    databaseUrl: readDatabaseUrl(set('DATABASE_URL')),
    key: set('HUIJIA_KEY'),
    now: set('HUIJIA_NOW'),
    publicOrigin: readOrigin(set('HUIJIA_ORIGIN')),
    smsGateway: gatewayFrom(variables),
    founding,
    namedCounty,
    sampleCounties: readSampleCounties(set('HUIJIA_SAMPLE_COUNTIES') ?? '1'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.environment.port({ text })));
}

function readSample(text: string): SampleSize {
  if (text === 'none' || text === 'small' || text === 'county') return text;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.environment.sample({ text })));
}

function readSampleCounties(text: string): number {
  if (text === '1' || text === '2') return Number(text);
  throw new OperatorFault(inEveryLanguage(words, (w) => w.environment.sampleCounties({ text })));
}

function readCounty(text: string): County {
  if (/^\d{6}$/.test(text)) return text as County;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.environment.county({ text })));
}

/** Invented families among real ones, and codes on the screen: never, whatever the operator asks for. */
function sampleInRealCounty(county: County): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.environment.sampleCounty({ sampleCounty, county })));
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(?:ql)?:\/\//.test(text)) return text;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.environment.database));
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.environment.origin({ text })));
}
