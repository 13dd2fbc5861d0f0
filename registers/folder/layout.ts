import type { LinkRelation } from '../../rules/columns/shard.ts';

/** Where the parts of a shard lie in its folder. All numbers are little-endian, without any header. */
export const shardsFolder = 'shards';
export const linkRelations = ['parents', 'children', 'spouse', 'guardians'] as const satisfies readonly LinkRelation[];

export const columnFile = (fact: string): string => `${fact}.col`;
export const householdFiles = { offsets: 'households.offsets', of: 'households.of' } as const;
export const linkFiles = (relation: LinkRelation): { readonly offsets: string; readonly targets: string } => ({
  offsets: `links.${relation}.offsets`,
  targets: `links.${relation}.targets`,
});
/** Ids as UTF-8 one after the other, and where each begins (rows + 1 offsets of 32 bits). */
export const idFiles = { bytes: 'ids.utf8', offsets: 'ids.offsets' } as const;
/** For each row its place (16 or 32 bits) in the list of 12-digit codes, one a line. */
export const divisionFiles = { of: 'divisions.of', list: 'divisions.list' } as const;
/** Only where the shard has guests or people who stand in it twice. */
export const guestFiles = { subjects: 'subjects', same: 'same', irregular: 'irregular' } as const;

/** Columns lie on disk as they stand in memory, and both are little-endian on every machine this program runs on. */
export function assertLittleEndian(): void {
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) throw new Error('Registers need a little-endian machine');
}
