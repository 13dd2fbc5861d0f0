import { type ReactElement, type ReactNode } from 'react';
export interface Column<Row> {
    readonly key: string;
    readonly head: string;
    readonly cell: (row: Row) => ReactNode;
    /** Numbers stand right; quiet columns are softer and stay away on a phone. */
    readonly look?: 'number' | 'quiet';
}
/** Given to the link of a row, so that J and K can reach it and its place is remembered. */
export interface RowLinkProps {
    readonly 'data-row-link': string;
    readonly onClick: () => void;
}
interface Props<Row> {
    /** Names the list for screen readers and in memory. */
    readonly name: string;
    readonly caption: string;
    readonly columns: readonly Column<Row>[];
    readonly rows: readonly Row[];
    readonly idOf: (row: Row) => string;
    /** The column whose cell is the row's link, and how it is made. */
    readonly linked: string;
    readonly link: (row: Row, content: ReactNode, props: RowLinkProps) => ReactElement;
}
/**
 * A dense table that becomes a list on a phone. J and K walk the rows, Enter follows the row's link (it has the focus), a click anywhere
 * on the row does the same. Coming back finds row and scroll as they were.
 */
export declare function RowList<Row>({ name, caption, columns, rows, idOf, linked, link }: Props<Row>): ReactElement;
export {};
