import { inCheckout } from '../../building/checkout.ts';

/** The folder `law/` of the checkout. */
export const lawFolder = inCheckout('law');
