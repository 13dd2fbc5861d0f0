import { type ReactElement } from 'react';
/** Every case within my division; the address carries the filters, so that a list can be kept and handed on. */
export declare function CasesScreen(): ReactElement;
