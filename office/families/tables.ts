import { hallGrounds } from '../hall/fields/hall-grounds.ts';
import { type TablesHeld, tablesInWords } from '../hall/fields/register.ts';
import { familiesGrounds } from './grounds.ts';
import { words } from './words/made/all.ts';

/** Families, people, kinship and accounts. */
export const familiesTables: TablesHeld = {
  ofPeople: tablesInWords(words, (w) => w.tables, [hallGrounds, familiesGrounds], {
    family: {
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['apart', 'duty'],
        id: ['apart', 'duty'],
        residence: ['jurisdiction', 'duty'],
        created_at: ['order', 'duty'],
      },
    },
    person: {
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['apart', 'duty'],
        id: ['apart', 'duty'],
        family_id: ['apart', 'duty'],
        name: ['identify', 'child'],
        name_sort: ['find', 'child'],
        birth: ['eligibility', 'child'],
        nationality: ['eligibility', 'child'],
        residence: ['jurisdiction', 'child'],
        identity_sealed: ['identify', 'child'],
        identity_blind: ['find', 'child'],
        phone_sealed: ['reach', 'duty'],
        phone_blind: ['comeIn', 'duty'],
        died_on: ['eligibility', 'duty'],
        created_at: ['order', 'duty'],
        version: ['order', 'duty'],
      },
    },
    person_name_key: {
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['apart', 'duty'],
        key: ['find', 'child'],
        person_id: ['apart', 'duty'],
        residence: ['jurisdiction', 'duty'],
      },
    },
    kinship: {
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['apart', 'duty'],
        from_id: ['eligibility', 'child'],
        to_id: ['eligibility', 'child'],
        kind: ['eligibility', 'child'],
        family_id: ['apart', 'duty'],
        residence: ['jurisdiction', 'duty'],
      },
    },
    account: {
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['apart', 'duty'],
        id: ['apart', 'duty'],
        person_id: ['pay', 'account'],
        family_id: ['apart', 'duty'],
        residence: ['jurisdiction', 'duty'],
        bank: ['pay', 'account'],
        holder_name: ['pay', 'account'],
        number_sealed: ['pay', 'account'],
        number_blind: ['money', 'account'],
        number_last4: ['reach', 'account'],
        created_at: ['order', 'duty'],
        closed_at: ['pay', 'account'],
      },
    },
    sign_in_code: {
      of: 'family',
      kept: 'untilOver',
      fields: {
        county: ['apart', 'security'],
        phone_blind: ['comeIn', 'duty'],
        code_hash: ['secure', 'security'],
        tries: ['secure', 'security'],
        created_at: ['secure', 'security'],
        expires_at: ['secure', 'security'],
      },
    },
  }),
};
