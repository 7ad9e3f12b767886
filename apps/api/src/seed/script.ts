/** Who and what the story is about. The same names stand in tests, pictures and documents. */
export const PASSWORD = 'cartwheel-demo';

export interface BatchScript {
  name: string;
  daysOfWeek: string[];
  startTime: string;
  endTime: string;
  capacity: number;
  ageMin: number;
  ageMax: number;
  trainer: 'first' | 'second';
}

export interface CenterScript {
  name: string;
  slug: string;
  city: string;
  address: string;
  registration: string;
  /** How many come to ask in a week. */
  enquiries: number;
  staff: { admin: string; desk: string; first: string; second: string };
}

export interface OrganizationScript {
  name: string;
  domain: string;
  owner: string;
  country: string;
  locale: string;
  timezone: string;
  currency: string;
  tax: { name: string; basisPoints: number };
  /** Digits before the six that are rolled. */
  phone: string;
  adults: boolean;
  centers: CenterScript[];
  batches: BatchScript[];
  plans: {
    name: string;
    planType: string;
    priceMinor: number;
    kind?: string;
    visitsIncluded?: number;
    validityDays?: number;
    weight: number;
  }[];
  firstNames: string[];
  lastNames: string[];
  parentNames: string[];
}

const kidsBatches: BatchScript[] = [
  {
    name: 'Parent & Child 2–3',
    daysOfWeek: ['TUE', 'THU', 'SAT', 'SUN'],
    startTime: '10:00',
    endTime: '10:45',
    capacity: 10,
    ageMin: 2,
    ageMax: 3,
    trainer: 'first',
  },
  {
    name: 'Pre-K Gym 4–6',
    daysOfWeek: ['MON', 'WED', 'FRI', 'SAT'],
    startTime: '16:00',
    endTime: '17:00',
    capacity: 12,
    ageMin: 4,
    ageMax: 6,
    trainer: 'first',
  },
  {
    name: 'Grade School 6–9',
    daysOfWeek: ['TUE', 'THU', 'SAT', 'SUN'],
    startTime: '17:15',
    endTime: '18:15',
    capacity: 12,
    ageMin: 6,
    ageMax: 9,
    trainer: 'second',
  },
  {
    name: 'Tumbling squad',
    daysOfWeek: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
    startTime: '18:30',
    endTime: '19:45',
    capacity: 8,
    ageMin: 8,
    ageMax: 14,
    trainer: 'first',
  },
];

export const organizations: OrganizationScript[] = [
  {
    name: 'Sunrise Kids Gym',
    domain: 'sunrise.example',
    owner: 'Hema Rao',
    country: 'IN',
    locale: 'en-IN',
    timezone: 'Asia/Kolkata',
    currency: 'INR',
    tax: { name: 'GST', basisPoints: 1800 },
    phone: '9845',
    adults: false,
    centers: [
      {
        name: 'Koramangala',
        slug: 'koramangala',
        city: 'Bengaluru',
        address: '80 Feet Road, 4th Block, Koramangala, Bengaluru 560034',
        registration: '29ABCDE1234F1Z5',
        enquiries: 11,
        staff: { admin: 'Meera Krishnan', desk: 'Priya Desai', first: 'Asha Nair', second: 'Ravi Shetty' },
      },
      {
        name: 'Indiranagar',
        slug: 'indiranagar',
        city: 'Bengaluru',
        address: '100 Feet Road, HAL 2nd Stage, Indiranagar, Bengaluru 560038',
        registration: '29ABCDE1234F2Z4',
        enquiries: 7,
        staff: { admin: 'Sunita Pillai', desk: 'Deepa Joshi', first: 'Karan Mehta', second: 'Leela Bhat' },
      },
      {
        name: 'Whitefield',
        slug: 'whitefield',
        city: 'Bengaluru',
        address: 'ITPL Main Road, Whitefield, Bengaluru 560066',
        registration: '29ABCDE1234F3Z3',
        enquiries: 7,
        staff: { admin: 'Arvind Menon', desk: 'Nisha George', first: 'Tom Mathew', second: 'Farah Ali' },
      },
    ],
    batches: kidsBatches,
    plans: [
      { name: 'Monthly', planType: 'MONTHLY', priceMinor: 700_000, weight: 3 },
      { name: 'Quarterly', planType: 'QUARTERLY', priceMinor: 1_850_000, weight: 4 },
      { name: 'Yearly', planType: 'YEARLY', priceMinor: 6_200_000, weight: 1 },
      {
        name: '10 visits',
        planType: 'PAY_PER_VISIT',
        kind: 'PACK',
        visitsIncluded: 10,
        validityDays: 120,
        priceMinor: 900_000,
        weight: 2,
      },
    ],
    firstNames: [
      'Aarav',
      'Diya',
      'Ishaan',
      'Kiara',
      'Neil',
      'Zoya',
      'Advik',
      'Myra',
      'Kabir',
      'Ira',
      'Om',
      'Tara',
      'Vihaan',
      'Saanvi',
      'Aadhya',
      'Rudra',
      'Anaya',
      'Reyansh',
      'Meher',
      'Arjun',
      'Riya',
      'Dev',
      'Nitara',
      'Yash',
      'Avni',
      'Ayaan',
    ],
    lastNames: [
      'Rao',
      'Iyer',
      'Kulkarni',
      'Menon',
      'Fernandes',
      'Khan',
      'Reddy',
      'Shetty',
      'D’Souza',
      'Bose',
      'Gupta',
      'Patel',
      'Das',
      'Sharma',
      'Nair',
      'Hegde',
    ],
    parentNames: [
      'Ritu',
      'Manoj',
      'Shruti',
      'Nikhil',
      'Lakshmi',
      'Vikram',
      'Anand',
      'Kavita',
      'Sanjay',
      'Pooja',
      'Imran',
      'Geeta',
    ],
  },
  {
    name: 'Bay Studio',
    domain: 'bay.example',
    owner: 'Dana Whitcomb',
    country: 'US',
    locale: 'en-US',
    timezone: 'America/Los_Angeles',
    currency: 'USD',
    tax: { name: 'Sales tax', basisPoints: 0 },
    phone: '415555',
    adults: true,
    centers: [
      {
        name: 'Mission',
        slug: 'mission',
        city: 'San Francisco',
        address: '2200 Mission St, San Francisco, CA 94110',
        registration: 'CA-0042117',
        enquiries: 7,
        staff: { admin: 'Grace Kim', desk: 'Luis Ortega', first: 'Maya Chen', second: 'Owen Park' },
      },
    ],
    batches: [
      {
        name: 'Morning flow',
        daysOfWeek: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
        startTime: '07:30',
        endTime: '08:30',
        capacity: 14,
        ageMin: 16,
        ageMax: 99,
        trainer: 'first',
      },
      {
        name: 'Weekend strength',
        daysOfWeek: ['SAT', 'SUN'],
        startTime: '09:30',
        endTime: '10:30',
        capacity: 12,
        ageMin: 16,
        ageMax: 99,
        trainer: 'first',
      },
      {
        name: 'Evening restore',
        daysOfWeek: ['MON', 'TUE', 'THU', 'SAT', 'SUN'],
        startTime: '18:00',
        endTime: '19:15',
        capacity: 12,
        ageMin: 16,
        ageMax: 99,
        trainer: 'second',
      },
    ],
    plans: [
      { name: 'Unlimited month', planType: 'MONTHLY', priceMinor: 18_900, weight: 3 },
      {
        name: '10 classes',
        planType: 'PAY_PER_VISIT',
        kind: 'PACK',
        visitsIncluded: 10,
        validityDays: 90,
        priceMinor: 21_000,
        weight: 3,
      },
    ],
    firstNames: ['Alex', 'Sofia', 'Jordan', 'Emma', 'Wei', 'Noah', 'Olivia', 'Mateo', 'Hannah', 'Ethan'],
    lastNames: ['Nguyen', 'Garcia', 'Brooks', 'Walker', 'Tanaka', 'Rossi', 'Hughes', 'Silva'],
    parentNames: ['Sam', 'Taylor', 'Chris', 'Robin'],
  },
];

export const sources = ['Walk-in', 'Call', 'Instagram', 'Referral', 'Google', 'WhatsApp'];
export const notes = [
  'Asked about weekend batches',
  'Fees feel high, sibling offer sent',
  'Travelling, call after the holidays',
  'Loved the bars',
  'Grandmother brings the child',
  'Wants to see a class first',
];
