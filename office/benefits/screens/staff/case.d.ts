import './case.css';
import type { ReactElement } from 'react';
/** One case: the evidence on the left, what the policy says and the decision on the right. */
export declare function CaseScreen(): ReactElement;
