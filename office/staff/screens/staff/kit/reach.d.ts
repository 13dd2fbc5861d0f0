/** Whether the office's server answers, and whether it still knows who we are. */
export interface Reach {
    readonly reached: boolean;
    readonly signedIn: boolean;
}
export declare const reportReached: () => void;
export declare const reportUnreached: () => void;
export declare const reportSignedOut: () => void;
export declare const reportSignedIn: () => void;
/** Follows {@link Reach}; the page stays as it is when either is lost, so nothing typed goes. */
export declare function useReach(): Reach;
