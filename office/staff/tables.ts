import { type TablesHeld, tablesInWords } from '../hall/fields/register.ts';
import { words } from './words/made/all.ts';

/** Those who work here, and how people come in. */
export const staffTables: TablesHeld = {
  ofPeople: tablesInWords(words, (w) => w.tables, {
    staff_password: {
      of: 'staff',
      kept: 'whileEmployed',
      fields: {
        county: ['apart', 'staff'],
        staff_id: ['apart', 'staff'],
        hash: ['secure', 'security'],
        changed_at: ['secure', 'security'],
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
    sign_in_limit: {
      of: 'family',
      kept: 'untilOver',
      fields: {
        county: ['apart', 'security'],
        key_blind: ['secure', 'security'],
        count: ['secure', 'security'],
        started_at: ['secure', 'security'],
        until: ['secure', 'security'],
      },
    },
  }),
};
