import type { Words } from './words.zh-CN.ts';

export const en: Words = {
  name: 'Huijia',
  placeOf: (county) => (county === '' ? 'Family services' : `Family services of ${county}`),
  titleOf: (page, county) => (county === '' ? `${page} · Huijia` : `${page} · Huijia, ${county}`),
  home: 'Home',
  skip: 'Skip to the text',
  ways: 'Ways of reading, and signing in',
  large: 'Larger',
  largeLabel: 'Larger type',
  usual: 'Usual',
  usualLabel: 'Usual type size',
  otherLanguage: '中文',
  otherLanguageLabel: '中文',
  mine: 'Mine',
  mineLabel: 'My applications and payments',
  signIn: 'Sign in',
  listen: 'Listen',
  foot: {
    stuckBefore: 'Stuck, or something is unclear? Call',
    stuckAfter: ', or come to the village service room. Someone will do it with you.',
    held: 'What we keep, and why',
    open: 'Policies and open data',
    help: 'Get help',
    disagree: 'Disagree or complain',
    label: 'More',
    sample: 'This is a sample county; its people are invented. Please enter no real personal information.',
  },
  faults: {
    notFound: {
      title: 'This page was not found',
      says: 'The address may be mistyped, or the page has moved. Everything you filled in is still there.',
      nearest: 'Were you looking for:',
    },
    forbidden: {
      title: 'This step was not carried out',
      says: 'The page was open too long, or was not opened from this site. Nothing is lost: go back and press again.',
    },
    tooLarge: {
      title: 'The photo is too large',
      says: 'One photo may have up to 15 MB. Choose a smaller one, or set the camera to a lower quality. Your other photos and answers are still there.',
    },
    unreadable: {
      title: 'We could not read what was sent',
      says: 'Go back, look at it and try again. What was saved is still there.',
    },
    tooMany: {
      title: 'Too many tries',
      says: 'For your safety, please wait a few minutes. If it is urgent, call 12345.',
    },
    ours: {
      title: 'Something went wrong on our side',
      says: 'It is not your fault. What was saved is not lost. Please try again in a few minutes, or call 12345.',
      number: (id) => `When you ask about it, give this number: ${id}`,
    },
    back: 'To the start',
  },
};
