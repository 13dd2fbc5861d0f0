import { familiesGrounds } from '../families/grounds.ts';
import { hallGrounds } from '../hall/fields/hall-grounds.ts';
import { type TablesHeld, tablesInWords } from '../hall/fields/register.ts';
import { noticesGrounds } from './grounds.ts';
import { words } from './words/made/all.ts';

/** The messages that families get. */
export const noticesTables: TablesHeld = {
  ofPeople: tablesInWords(words, (w) => w.tables, [hallGrounds, familiesGrounds, noticesGrounds], {
    notice: {
      of: 'family',
      kept: 'withTheCase',
      fields: {
        county: ['apart', 'duty'],
        id: ['apart', 'duty'],
        person_id: ['reach', 'notify'],
        family_id: ['apart', 'duty'],
        residence: ['jurisdiction', 'duty'],
        matter_kind: ['reach', 'notify'],
        matter_id: ['reach', 'notify'],
        kind: ['reach', 'notify'],
        words: ['reach', 'notify'],
        created_at: ['order', 'notify'],
        sent_at: ['answerable', 'notify'],
        failed: ['reach', 'notify'],
        sending_until: ['order', 'notify'],
      },
    },
  }),
};
