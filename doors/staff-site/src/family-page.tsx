import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { StartBenefits } from '../../../office/benefits/screens/staff/apply/start-benefits.tsx';
import type { FamilyRecord } from '../../../office/families/contract/record.ts';
import { FamilyScreen } from '../../../office/families/screens/staff/family.tsx';
import { familiesKey } from '../../../office/families/screens/staff/queries.ts';
import { FamilyReturns } from '../../../office/payments/screens/staff/family-returns.tsx';
import { holds, useMe } from '../../../office/staff/screens/staff/session.ts';

/** The families desk's record beside what other desks can do for it: correct what came back, begin a benefit. */
export function FamilyPage(): ReactElement {
  return <FamilyScreen beside={besideRecord} />;
}

function besideRecord(record: FamilyRecord, purpose: string, who: string | undefined): ReactElement {
  return <Beside record={record} purpose={purpose} who={who} />;
}

interface BesideProps {
  readonly record: FamilyRecord;
  readonly purpose: string;
  readonly who: string | undefined;
}

function Beside({ record, purpose, who }: BesideProps): ReactElement {
  const me = useMe();
  const client = useQueryClient();
  const readAgain = (): void => void client.invalidateQueries({ queryKey: familiesKey });
  return (
    <>
      {holds(me, 'receive') && <FamilyReturns family={record.id} corrected={readAgain} />}
      <StartBenefits family={record.id} purpose={purpose} who={who} />
    </>
  );
}
