import './case.css';
import { type ReactElement } from 'react';
import type { z } from 'zod';
import type { applied } from '../../contract.ts';
export type Applied = z.infer<typeof applied>;
/** A clerk applies for a family that sits before them: everything the record holds is chosen, not typed. */
export declare function ApplyScreen(): ReactElement;
