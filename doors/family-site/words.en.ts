import type { Words } from './words.zh-CN.ts';

export const en: Words = {
  start: {
    title: 'What can your family get?',
    over: (county) => `For families of ${county}`,
    lede: 'Answer a few plain questions and learn at once what you can get, how much, and why. No sign-in, nothing is kept.',
    begin: 'Begin, about two minutes',
    description: (county) =>
      `Family services of ${county}: see what your family can get, apply, follow your case and your payments.`,
    ways: [
      { href: '/track', name: 'Follow a case', says: 'With the receipt number and your phone' },
      { href: '/my/payments', name: 'Payments', says: 'Has it arrived; what to do when it came back' },
      { href: '/my', name: 'My applications', says: 'Which step it is at, and what is missing' },
      { href: '/my/record', name: "Who looked at my family's record", says: 'Who, when, and for what' },
      { href: '/disagree', name: 'Disagree or complain', says: 'How to say so, and by which day' },
      { href: '/help', name: 'Get someone to help', says: 'In the village, by phone, on paper' },
    ],
    paper:
      'Everything here can also be done at the village service room and the township hall, on paper too. It is free.',
  },
  help: {
    title: 'Get someone to help',
    lede: 'Not used to a phone, eyes not what they were, hard to get about: never mind. Any of these will do, and none costs anything.',
    phone: 'Call',
    phoneSays: (number) =>
      `Call ${number} and say "family benefits". Someone listens, looks it up and writes it down for you.`,
    village: 'Go to the village service room',
    villageSays:
      "Bring the household register and the child's birth certificate. Staff fill in the form and take the photos with you, and give you a receipt.",
    township: 'Go to the township hall',
    townshipSays: "The township where the child's household is registered.",
    paper: 'On paper',
    paperSays: 'See what you can get, print the result and bring it along; or have it printed at the counter.',
    reading: 'Hard to read',
    readingSays: 'Choose "Larger" at the top of the page. Where the phone can read aloud, "Listen" appears beside it.',
    scam: 'Beware of fraud',
    scamSays:
      'We never send a link to collect money, never ask for a card password or a code, and never charge. If someone does, hang up first, then call 12345.',
  },
  disagree: {
    title: 'If you disagree',
    lede: 'If you disagree, or something was done wrongly, these ways are open. All are free, and none harms your application.',
    ask: 'Ask first',
    askSays: (number) =>
      `Call ${number} or go to the township hall with your receipt number. A document misread or a month miscounted is found at once.`,
    review: 'Ask for administrative review',
    reviewSays:
      'Within 60 days of the decision you may ask for administrative review, free of charge. The decision names the last day.',
    reviewLaw: 'Administrative Reconsideration Law, articles 11, 20 and 87',
    silence: 'The day has passed without an answer',
    silenceSays:
      'Your receipt names the day by which you are answered. If it passes, you may ask for administrative review.',
    silenceLaw: 'Administrative Reconsideration Law, articles 11 and 23',
    complain: 'Complain or suggest',
    complainSays:
      'Not content with the service? Call 12345, write, or go to the petitions office. It registers and passes on within 15 days, and the office concerned finishes within 60. Who complained is not told to those complained about.',
    complainLaw: 'Regulations on petitions, articles 22, 30 and 34',
    record: 'Something is recorded wrongly',
    recordSays:
      "A name, birth date or account that is wrong is corrected at the counter. Who looked at your family's record you can see at any time when signed in.",
    recordLaw: 'Personal Information Protection Law, articles 45 and 46',
    mine: 'My applications: each names its last day',
  },
};
