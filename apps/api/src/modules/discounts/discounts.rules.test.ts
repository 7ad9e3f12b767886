import { needsApproval, storedValue, worthOf } from './discounts.rules.ts';

describe('what a discount is worth', () => {
  it('is a share of the subtotal, halves rounded up, or an amount', () => {
    expect(worthOf({ type: 'PERCENT', value: 12.5 }, 450_000)).toBe(56_250);
    expect(worthOf({ type: 'PERCENT', value: 10 }, 25)).toBe(3);
    expect(worthOf({ type: 'FLAT', value: 50_000 }, 450_000)).toBe(50_000);
  });

  it('is kept in basis points without a fraction', () => {
    expect(storedValue({ type: 'PERCENT', value: 16.67 })).toBe(1667);
    expect(storedValue({ type: 'PERCENT', value: 0.29 })).toBe(29);
  });
});

describe('who decides', () => {
  it('is an approver above the threshold, and by default always', () => {
    expect(needsApproval(1, 0, 0)).toBe(true);
    expect(needsApproval(500, 0, 500)).toBe(false);
    expect(needsApproval(501, 0, 500)).toBe(true);
  });

  it('counts what was given on the same invoice before', () => {
    expect(needsApproval(300, 300, 500)).toBe(true);
  });
});
