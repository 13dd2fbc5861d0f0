import { join } from 'node:path';

/** The folder `law/` of the checkout. */
export const lawFolder = join(import.meta.dirname, '../../law');
