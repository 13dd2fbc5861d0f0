/** The queue of text messages, as `installJobs` makes it and `deliverSms` works it off. */
export const smsQueue = { name: 'notices.sms', retries: 6, retryAfterSeconds: 30 } as const;
