export interface DiscountDecided {
  discountId: string;
  status: 'APPROVED' | 'REJECTED';
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** Somebody waits for a decision. */
    'discount.requested': { discountId: string };
    'discount.decided': DiscountDecided;
  }
}
