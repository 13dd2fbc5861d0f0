/** Where a list stood when a row was opened, so that coming back finds it as it was left. Kept in memory: it names people's cases. */
export interface Place {
    readonly at: string;
    readonly scrollY: number;
}
export declare function placeOf(list: string): Place | undefined;
export declare function rememberPlace(list: string, place: Place): void;
export declare function rememberQueue(list: string, ids: readonly string[]): void;
/** The neighbours of a row in the list it was opened from. */
export declare function neighboursOf(id: string): {
    before?: string;
    next?: string;
    list: string;
};
/** When someone else signs in at the same screen nothing of the one before is left. */
export declare function forgetPlaces(): void;
