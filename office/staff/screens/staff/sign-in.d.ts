import { type ReactElement } from 'react';
import type { Me } from '../../contract.ts';
interface Props {
    readonly signedIn: (me: Me) => void;
    /** Who was signed in on this page until the session ended. */
    readonly signInName?: string;
}
/** Name and password. What is missing is said at the field; what the server refuses, above the button. */
export declare function SignInForm({ signedIn, signInName }: Props): ReactElement;
export {};
