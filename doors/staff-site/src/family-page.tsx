import type { ReactElement } from 'react';
import { StartBenefits } from '../../../office/benefits/screens/staff/start-benefits.tsx';
import type { FamilyRecord } from '../../../office/families/contract.ts';
import { FamilyScreen } from '../../../office/families/screens/staff/family.tsx';

/** The families desk's record beside what the benefits desk can begin for it. */
export function FamilyPage(): ReactElement {
  return <FamilyScreen beside={startBenefits} />;
}

function startBenefits(record: FamilyRecord, purpose: string, who: string | undefined): ReactElement {
  return <StartBenefits family={record.id} purpose={purpose} who={who} />;
}
