import { type ReactElement, type ReactNode } from 'react';
interface PageProps {
    readonly title: string;
    /** Beside the title: where we are in it. */
    readonly under?: ReactNode;
    /** At the end of the bar: what is urgent about it, what can be done. */
    readonly end?: ReactNode;
    readonly children: ReactNode;
}
/** One screen: its heading, and everything below it. Names the browser's tab. */
export declare function Page({ title, under, end, children }: PageProps): ReactElement;
interface CardProps {
    readonly title: string;
    readonly end?: ReactNode;
    readonly className?: string;
    readonly children: ReactNode;
}
export declare function Card({ title, end, className, children }: CardProps): ReactElement;
interface AsyncProps<Data> {
    readonly query: {
        readonly data: Data | undefined;
        readonly error: unknown;
        readonly refetch: () => unknown;
    };
    readonly children: (data: Data) => ReactNode;
}
/** Waits for what a screen shows. What was shown stays when asking again fails; the problem is said above it. */
export declare function Loaded<Data>({ query, children }: AsyncProps<Data>): ReactElement;
/** Nothing to show, said kindly and with what it means. */
export declare function Nothing({ children }: {
    readonly children: ReactNode;
}): ReactElement;
export {};
