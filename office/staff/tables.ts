import { hallGrounds } from '../hall/fields/hall-grounds.ts';
import { type TablesHeld, tablesInWords } from '../hall/fields/register.ts';
import { words } from './words/made/all.ts';

/** What those who work here come in by. */
export const staffTables: TablesHeld = {
  ofPeople: tablesInWords(words, (w) => w.tables, [hallGrounds], {
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
  }),
};
