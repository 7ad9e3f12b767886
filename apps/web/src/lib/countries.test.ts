import { signUp } from '@cartwheel/contracts';
import { countryChoices, currencyChoices, likelyCountry, placeOf, timezoneChoices } from './countries.ts';

it('suggests zone and money of the country', () => {
  expect(placeOf('IN')).toEqual({ timezone: 'Asia/Kolkata', currency: 'INR' });
  expect(placeOf('AE')).toEqual({ timezone: 'Asia/Dubai', currency: 'AED' });
  expect(placeOf('XX')).toBeNull();
});

it('suggests only what signing up accepts', () => {
  for (const { value: country } of countryChoices('en')) {
    const body = {
      organizationName: 'Riverside',
      centerName: 'Riverside',
      country,
      ...placeOf(country),
      name: 'Mira',
      email: 'mira@example.com',
      password: 'a long enough one',
    };
    expect(signUp.body?.safeParse(body).error?.issues ?? []).toEqual([]);
  }
});

it('guesses the country from the clock, also under its older name', () => {
  expect(likelyCountry('Asia/Calcutta', 'en-US')).toBe('IN');
  expect(likelyCountry('Asia/Dubai', 'en-US')).toBe('AE');
  expect(likelyCountry('America/Denver', 'en-US')).toBe('US');
  expect(likelyCountry('Etc/UTC', 'en')).toBe('IN');
});

it('offers the chosen zone even where the browser does not list it', () => {
  expect(timezoneChoices('Asia/Kolkata').filter((zone) => zone === 'Asia/Kolkata')).toHaveLength(1);
  expect(currencyChoices('en').map(({ value }) => value)).toContain('INR');
});
