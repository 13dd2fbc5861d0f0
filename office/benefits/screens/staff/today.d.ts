import type { ReactElement } from 'react';
/** What waits for me, by legal deadline. */
export declare function TodayScreen(): ReactElement;
