import { type ReactElement, type ReactNode } from 'react';
/** What a control needs to be tied to its label, hint and error. */
export interface FieldControl {
    readonly id: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: true;
}
interface Props {
    readonly label: ReactNode;
    readonly hint?: ReactNode;
    readonly error?: string | undefined;
    readonly className?: string;
    readonly children: (control: FieldControl) => ReactNode;
}
/** A labelled control with its hint and, when wrong, what is wrong, tied together for those who listen. */
export declare function Field({ label, hint, error, className, children }: Props): ReactElement;
export {};
