import type { ReactElement } from 'react';
import { StartBenefits } from '../../../office/benefits/screens/staff/start-benefits.tsx';
import { FamilyScreen } from '../../../office/families/screens/staff/family.tsx';

/** The families desk's record beside what the benefits desk can begin for it. */
export function FamilyPage(): ReactElement {
  return <FamilyScreen beside={(record, purpose) => <StartBenefits family={record.id} purpose={purpose} />} />;
}
