import type { ReactElement } from 'react';
import type { CaseLine } from '../../contract.ts';
import type { Column } from '../../../staff/screens/staff/kit/row-list.tsx';
type Deadline = Pick<CaseLine, 'standing' | 'dueOn' | 'dueProvisional' | 'workingDaysLeft'>;
/** By when the office must answer: late in red, the next three working days in brown, and always in words. */
export declare function Due({ line, today }: { readonly line: Deadline; readonly today: string }): ReactElement;
/** What the policy says: the amount, or in two words why there is none. */
export declare function Determined({ line }: { readonly line: Pick<CaseLine, 'outcome' | 'amountFen'> }): ReactElement;
/** The columns that lists of cases share; each list picks and orders its own. */
export declare function useCaseColumns(
  today: string,
): Record<
  | 'due'
  | 'benefit'
  | 'applicant'
  | 'subject'
  | 'place'
  | 'turn'
  | 'determined'
  | 'documents'
  | 'origin'
  | 'receipt'
  | 'received'
  | 'state',
  Column<CaseLine>
>;
export declare function StateMark({ state }: { readonly state: CaseLine['state'] }): ReactElement;
export {};
