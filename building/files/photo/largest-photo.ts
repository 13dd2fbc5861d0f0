/** Largest photo taken, in bytes. */
export const photoBytes = 15 * 1024 * 1024;
