/** What a format's reader finds: undefined when the bytes are no such file at all. Sizes are in pixels; 0 where there are none. */
export type Parts = { readonly bytes: Buffer; readonly width: number; readonly height: number } | 'damaged' | undefined;
